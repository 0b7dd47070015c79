/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.ExitCode;
import dev.saltern.jobs.report.Json;
import dev.saltern.jobs.report.RulesPage;
import dev.saltern.jobs.report.RulesPreview;
import dev.saltern.jobs.run.RuleForecast;
import dev.saltern.jobs.session.Sessions;
import java.io.PrintWriter;
import java.util.List;

/** Explains the rules of a pipeline, or tests rules. */
final class RulesCommand {
    private final JobArguments arguments;
    private final PrintWriter out;

    /** Takes the arguments with {@code explain} or {@code test} as their first subject. */
    RulesCommand(JobArguments arguments, PrintWriter out) {
        this.arguments = arguments;
        this.out = out;
    }

    ExitCode run() {
        List<String> subjects = arguments.subjects();
        String verb = subjects.isEmpty() ? "" : subjects.get(0);
        JobArguments rest = arguments.withSubjects(subjects.subList(Math.min(1, subjects.size()), subjects.size()));
        return switch (verb) {
            case "explain" -> explain(rest);
            case "test" -> new RulesTestCommand(rest, out).run();
            default -> throw JobArguments.usage("Unknown command 'rules " + verb + "' (must be explain or test)");
        };
    }

    private ExitCode explain(JobArguments rest) {
        LoadedJob job = LoadedJob.of(rest);
        RulesPreview preview =
                RuleForecast.of(Sessions.withoutCatalog(job.environment()), job.environment(), job.pipeline());
        out.print(rest.has("json") ? Json.write(preview) + System.lineSeparator() : RulesPage.of(preview));
        return ExitCode.DONE;
    }
}
