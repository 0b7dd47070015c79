/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.Account;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.submit.aws.Address;
import dev.saltern.submit.aws.Aws;
import dev.saltern.submit.aws.FolderStore;
import dev.saltern.submit.aws.RealPace;
import dev.saltern.submit.diagnose.Diagnosis;
import dev.saltern.submit.diagnose.LogFile;
import dev.saltern.submit.diagnose.Logs;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "diagnose",
        description = "Tell why a run failed: the cause, the line of the log that shows it, and what to do.")
final class DiagnoseCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "ID",
            description = "The cluster, APPLICATION/JOBRUN of EMR Serverless, or a log: a file, a folder or an s3://"
                    + " address.")
    private String id = "";

    @Mixin
    private ClusterOptions options = new ClusterOptions();

    DiagnoseCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Diagnosis diagnosis = Diagnosis.of(logs());
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            JsonPrinter.print(out, DiagnosisText.map(diagnosis));
        } else {
            DiagnosisText.lines(diagnosis).forEach(out::println);
            out.flush();
        }
        return ExitCode.DONE.code();
    }

    private List<LogFile> logs() {
        if (java.nio.file.Files.exists(surroundings.workingDirectory().resolve(id))) {
            return new Logs(new FolderStore())
                    .at(Address.parse(
                            surroundings.workingDirectory().resolve(id).toString()));
        }
        Account account = ClusterOptions.account(options.environment(surroundings));
        Aws aws = options.aws(account, new RealPace(surroundings.clock()));
        Logs logs = new Logs(aws.objects());
        if (id.startsWith("s3")) {
            return logs.at(Address.parse(id));
        }
        if (!id.startsWith("j-") && !RunningCluster.isServerless(id)) {
            throw new SalternException(
                    ExitCode.USAGE,
                    "Invalid ID: " + id + " (must be j-..., APPLICATION/JOBRUN, a file or an s3:// address)");
        }
        Address folder = RunningCluster.find(aws, id).requireOwn().logs(account);
        return RunningCluster.isServerless(id)
                ? logs.ofJobRun(folder, RunningCluster.application(id), RunningCluster.jobRun(id))
                : logs.ofCluster(folder);
    }
}
