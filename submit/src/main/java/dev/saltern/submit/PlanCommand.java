/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "plan",
        description = "Show what a run would read, write and replace; analyses every step on empty tables.")
final class PlanCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final JobCall job;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PIPELINE", description = "The pipeline, by name.")
    private String pipeline = "";

    @Option(
            names = "--cluster",
            paramLabel = "NAME",
            description =
                    "Also estimate time and cost on a cluster, a file in clusters/, from the size of the input and"
                            + " from past runs.")
    private @Nullable String cluster;

    @Option(
            names = "--on",
            paramLabel = "TARGET",
            defaultValue = "emr",
            description = "With --cluster: emr or serverless. Default: ${DEFAULT-VALUE}.")
    private LaunchOptions.Target target = LaunchOptions.Target.EMR;

    @Mixin
    private DateOptions dates = new DateOptions();

    @Mixin
    private JobOptions options = new JobOptions();

    PlanCommand(Surroundings surroundings, JobCall job) {
        this.surroundings = surroundings;
        this.job = job;
    }

    @Override
    public Integer call() {
        if (cluster == null) {
            return job.run(spec, List.of(pipeline), options, dates);
        }
        PrintWriter out = spec.commandLine().getOut();
        StringWriter plan = new StringWriter();
        spec.commandLine().setOut(new PrintWriter(plan));
        int exitCode = job.run(spec, List.of(pipeline), options, dates);
        spec.commandLine().setOut(out);
        if (exitCode != ExitCode.DONE.code()) {
            out.print(plan);
            out.flush();
            return exitCode;
        }
        LaunchEstimate estimate =
                new ClusterPlan(surroundings, options, cluster, target).estimate(pipeline, job.days(dates));
        if (options.json()) {
            JsonPrinter.print(out, JsonPrinter.with(plan.toString(), "estimate", estimate.map()));
        } else {
            out.print(plan);
            out.println();
            out.println("  on " + cluster);
            estimate.lines().forEach(line -> out.println("    " + line));
            out.flush();
        }
        return exitCode;
    }
}
