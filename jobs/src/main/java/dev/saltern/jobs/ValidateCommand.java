/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.Environment;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.InvalidConfigurationException;
import dev.saltern.conf.Pipeline;
import dev.saltern.conf.Problem;
import dev.saltern.conf.load.ConfigurationFolder;
import dev.saltern.conf.load.PartialPipeline;
import dev.saltern.jobs.plan.StaticCheck;
import dev.saltern.jobs.report.Json;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks the files of pipelines without starting Spark. */
final class ValidateCommand {
    private final JobArguments arguments;
    private final PrintWriter out;

    ValidateCommand(JobArguments arguments, PrintWriter out) {
        this.arguments = arguments;
        this.out = out;
    }

    ExitCode run() {
        List<Problem> problems = new ArrayList<>();
        List<Pipeline> valid = new ArrayList<>();
        Environment environment = LoadedJob.environment(arguments);
        for (String name : names()) {
            try {
                PartialPipeline read = LoadedJob.inspect(arguments, environment, name);
                List<Problem> found = StaticCheck.problems(read);
                problems.addAll(found);
                if (found.isEmpty()) {
                    valid.add(read.loaded().pipeline());
                }
            } catch (InvalidConfigurationException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidConfigurationException(problems);
        }
        tell(valid);
        return ExitCode.DONE;
    }

    /** Returns the pipelines that the user named, or all of the folder. */
    private List<String> names() {
        return arguments.subjects().isEmpty()
                ? new ConfigurationFolder(arguments.confFolder()).pipelines()
                : arguments.subjects();
    }

    private void tell(List<Pipeline> valid) {
        if (arguments.has("json")) {
            List<String> names = valid.stream().map(Pipeline::name).toList();
            out.println(Json.write(Map.of("exitCode", 0, "pipelines", names, "problems", List.of())));
            return;
        }
        for (Pipeline pipeline : valid) {
            out.println(pipeline.name() + ": valid ("
                    + count(pipeline.sources().size(), "source") + ", "
                    + count(pipeline.steps().size(), "step") + ", "
                    + count(pipeline.outputs().size(), "output") + ")");
        }
        out.println("Columns and types are checked by: saltern plan");
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
