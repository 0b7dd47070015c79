/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.InvalidConfigurationException;
import dev.saltern.conf.Pipeline;
import dev.saltern.conf.Problem;
import dev.saltern.jobs.plan.StaticCheck;
import dev.saltern.jobs.report.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** Checks a pipeline's files without starting Spark. */
final class ValidateCommand {
    private final JobArguments arguments;
    private final PrintWriter out;

    ValidateCommand(JobArguments arguments, PrintWriter out) {
        this.arguments = arguments;
        this.out = out;
    }

    ExitCode run() {
        LoadedJob job = LoadedJob.of(arguments);
        List<Problem> problems = StaticCheck.problems(job.pipeline());
        if (!problems.isEmpty()) {
            throw new InvalidConfigurationException(problems);
        }
        Pipeline pipeline = job.pipeline().pipeline();
        if (arguments.has("json")) {
            out.println(Json.write(Map.of("exitCode", 0, "pipeline", pipeline.name(), "problems", List.of())));
        } else {
            out.println(pipeline.name() + ": valid (" + pipeline.sources().size() + " sources, "
                    + pipeline.steps().size() + " steps, " + pipeline.outputs().size()
                    + " outputs). Columns are checked by: saltern plan");
        }
        return ExitCode.DONE;
    }
}
