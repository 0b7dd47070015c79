/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.Account;
import dev.saltern.conf.ExitCode;
import dev.saltern.submit.aws.Aws;
import dev.saltern.submit.aws.RealPace;
import dev.saltern.submit.cost.ActualCost;
import dev.saltern.submit.cost.CostBand;
import dev.saltern.submit.cost.PriceTable;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "cost", description = "Show what a cluster or job run costs so far, or did cost, machine by machine.")
final class CostCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "The cluster, or APPLICATION/JOBRUN of EMR Serverless.")
    private String id = "";

    @Option(
            names = "--disk-gib",
            paramLabel = "N",
            defaultValue = "64",
            description = "The disk of each machine, in GiB. Default: ${DEFAULT-VALUE}.")
    private int diskGib;

    @Option(
            names = "--architecture",
            paramLabel = "NAME",
            defaultValue = "graviton",
            description = "The architecture of the application of EMR Serverless: graviton or x86. Default:"
                    + " ${DEFAULT-VALUE}.")
    private String architecture = "graviton";

    @Mixin
    private ClusterOptions options = new ClusterOptions();

    CostCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Account account = ClusterOptions.account(options.environment(surroundings));
        PriceTable prices = options.prices().requireRegion(account.region());
        Aws aws = options.aws(account, new RealPace(surroundings.clock()));
        ActualCost cost = RunningCluster.isServerless(id)
                ? ActualCost.of(
                        aws.serverless()
                                .describe(RunningCluster.application(id), RunningCluster.jobRun(id))
                                .billedResourceUtilization(),
                        architecture,
                        prices)
                : ActualCost.of(
                        aws.emr().instances(id),
                        diskGib,
                        prices,
                        surroundings.clock().instant());
        tell(spec.commandLine().getOut(), cost, prices);
        return ExitCode.DONE.code();
    }

    private void tell(PrintWriter out, ActualCost cost, PriceTable prices) {
        if (options.json()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("id", id);
            answer.put("usd", cost.usd());
            answer.put("machines", cost.lines());
            answer.put("prices", prices.source());
            JsonPrinter.print(out, answer);
            return;
        }
        List<ActualCost.Line> lines = cost.lines();
        lines.forEach(line -> out.println(String.format(
                Locale.ROOT,
                "%8s  %3d x %-14s %-10s %,8d s",
                CostBand.dollars(line.usd()),
                line.machines(),
                line.type(),
                line.market(),
                line.seconds())));
        out.println(String.format(
                Locale.ROOT,
                "%8s  by prices %s, for EMR does not tell what was paid",
                CostBand.dollars(cost.usd()),
                prices.caveat()));
        out.flush();
    }
}
