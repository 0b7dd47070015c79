/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.Account;
import dev.saltern.conf.ExitCode;
import dev.saltern.submit.aws.Aws;
import dev.saltern.submit.aws.RealPace;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "stop", description = "End what was launched: terminate a cluster, cancel a job run.")
final class StopCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "ID",
            description = "The clusters, or APPLICATION/JOBRUN of EMR Serverless; Saltern's own alone.")
    private List<String> ids = new ArrayList<>();

    @Mixin
    private ClusterOptions options = new ClusterOptions();

    StopCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Account account = ClusterOptions.account(options.environment(surroundings));
        Aws aws = options.aws(account, new RealPace(surroundings.clock()));
        ids.forEach(id -> RunningCluster.find(aws, id).requireOwn());
        ids.forEach(id -> end(aws, id));
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            JsonPrinter.print(out, Map.of("stopped", ids));
        } else {
            ids.forEach(id -> out.println("Asked " + id + " to end"));
            out.flush();
        }
        return ExitCode.DONE.code();
    }

    /** Ends one of them. */
    static void end(Aws aws, String id) {
        if (RunningCluster.isServerless(id)) {
            aws.serverless().cancel(RunningCluster.application(id), RunningCluster.jobRun(id));
        } else {
            aws.emr().terminate(List.of(id));
        }
    }
}
