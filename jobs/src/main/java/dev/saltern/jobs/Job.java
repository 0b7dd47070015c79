/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.InvalidConfigurationException;
import dev.saltern.conf.Problem;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.report.Json;
import dev.saltern.jobs.run.RootCause;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Carries out one command and turns every failure into a message and an exit code. */
final class Job {
    private final PrintWriter out;
    private final PrintWriter err;

    Job(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    ExitCode run(List<String> words) {
        boolean json = words.contains("--json");
        try {
            return carryOut(JobArguments.parse(words));
        } catch (SalternException e) {
            tell(e, json);
            return e.exitCode();
        } catch (Exception e) {
            tell(new SalternException(ExitCode.INTERNAL, "Cannot finish: " + RootCause.of(e), e), json);
            if (words.contains("--verbose")) {
                e.printStackTrace(err);
            }
            return ExitCode.INTERNAL;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private ExitCode carryOut(JobArguments arguments) throws Exception {
        return switch (arguments.command()) {
            case "validate" -> new ValidateCommand(arguments, out).run();
            case "plan" -> new PlanCommand(arguments, out).run();
            case "run" -> new RunCommand(arguments, out, err).run();
            case "query" -> new QueryCommand(arguments, out).run();
            case "history" -> new HistoryCommand(arguments, out).run();
            default ->
                throw JobArguments.usage("Unknown command '" + arguments.command()
                        + "' (must be validate, plan, run, query or history)");
        };
    }

    private void tell(SalternException failure, boolean json) {
        if (!json) {
            err.println("saltern: " + failure.getMessage());
            return;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("exitCode", failure.exitCode().code());
        answer.put("message", failure.getMessage());
        if (failure instanceof InvalidConfigurationException invalid) {
            answer.put("problems", invalid.problems().stream().map(Job::problem).toList());
        }
        out.println(Json.write(answer));
    }

    private static Map<String, Object> problem(Problem problem) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("file", problem.origin().file());
        entry.put("line", problem.origin().line());
        entry.put("column", problem.origin().column());
        entry.put("message", problem.message());
        return entry;
    }
}
