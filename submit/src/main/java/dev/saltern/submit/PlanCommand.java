/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.cluster.TimeSpan;
import dev.saltern.submit.replay.Scaling;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
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
    private static final List<String> UNRECORDED =
            List.of("no run has recorded what its stages took: after the next one there will be a replay");

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
            description = "With --cluster or --deadline: emr or serverless. Default: ${DEFAULT-VALUE}.")
    private LaunchOptions.Target target = LaunchOptions.Target.EMR;

    @Option(
            names = "--deadline",
            paramLabel = "TIME",
            description =
                    "Also replay the last run on 16 to 1,024 processors, and name the cheapest fleet of the --cluster, or"
                            + " of all, that is done in that time, such as 1h.")
    private @Nullable TimeSpan deadline;

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
        if (cluster == null && deadline == null) {
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
        tell(out, plan.toString(), ClusterPlan.of(surroundings, options, pipeline, job.days(dates)));
        return exitCode;
    }

    private void tell(PrintWriter out, String plan, ClusterPlan clusters) {
        LaunchEstimate estimate = cluster == null ? null : clusters.estimate(cluster, target);
        Scaling scaling = clusters.scaling().orElse(null);
        FleetSearch fleet = deadline == null || scaling == null
                ? null
                : clusters.search(cluster, target, scaling, deadline.duration());
        if (options.json()) {
            Map<String, Object> members = JsonPrinter.members(plan);
            put(members, "estimate", estimate == null ? null : estimate.map());
            put(members, "scaling", scaling == null ? null : scaling.map());
            put(members, "fleet", fleet == null ? null : fleet.map());
            JsonPrinter.print(out, members);
            return;
        }
        out.print(plan);
        section(out, "on " + cluster, estimate == null ? List.of() : estimate.lines());
        section(out, "on more processors", scaling == null ? UNRECORDED : scaling.lines());
        section(out, "in time", fleet == null ? List.of() : fleet.lines());
        out.flush();
    }

    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }

    private static void section(PrintWriter out, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            out.println();
            out.println("  " + title);
            lines.forEach(line -> out.println("    " + line));
        }
    }
}
