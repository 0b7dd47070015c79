/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.terminal.Failure;
import dev.saltern.conf.terminal.FailureLines;
import dev.saltern.conf.terminal.Terminal;
import dev.saltern.jobs.report.Json;
import dev.saltern.jobs.run.RootCause;
import dev.saltern.jobs.session.Interruption;
import dev.saltern.jobs.session.Sessions;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FSError;

/** Carries out one command and turns every failure into a message and an exit code. */
final class Job {
    private final PrintWriter out;
    private final PrintWriter err;

    Job(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    ExitCode run(List<String> words) {
        boolean verbose = words.contains("--verbose");
        Sessions.setVerbose(verbose);
        Interruption interruption = Interruption.watch();
        try {
            return carryOut(JobArguments.parse(words));
        } catch (Exception | FSError e) {
            // Hadoop tells by an error that a local disk is full.
            if (verbose) {
                e.printStackTrace(err);
            }
            SalternException failure = Interruption.isUnderWay() ? interrupted(e) : known(e);
            tell(failure, words);
            return failure.exitCode();
        } finally {
            out.flush();
            err.flush();
            interruption.close();
        }
    }

    private static SalternException known(Throwable failure) {
        if (failure instanceof SalternException known) {
            return known;
        }
        ExitCode exitCode = failure instanceof FSError ? ExitCode.STEP_FAILED : ExitCode.INTERNAL;
        return new SalternException(exitCode, "Cannot finish: " + RootCause.of(failure), failure);
    }

    private static SalternException interrupted(Throwable failure) {
        return new SalternException(ExitCode.INTERRUPTED, Interruption.MESSAGE, failure);
    }

    private ExitCode carryOut(JobArguments arguments) throws Exception {
        return switch (arguments.command()) {
            case "validate" -> new ValidateCommand(arguments, out).run();
            case "plan" -> new PlanCommand(arguments, out).run();
            case "columns" -> new ColumnsCommand(arguments, out).run();
            case "run" -> new RunCommand(arguments, out, err).run();
            case "backfill" -> new BackfillCommand(arguments, out, err).run();
            case "retain" -> new RetainCommand(arguments, out).run();
            case "query" -> new QueryCommand(arguments, out, err).run();
            case "sample" -> new SampleCommand(arguments, out, err).run();
            case "replay" -> new ReplayCommand(arguments, out, err).run();
            case "history" -> new HistoryCommand(arguments, out).run();
            case "profile" -> new ProfileCommand(arguments, out, err).run();
            case "rules" -> new RulesCommand(arguments, out).run();
            case "status" -> new StatusCommand(arguments, out).run();
            case "rollback" -> new RollbackCommand(arguments, out).run();
            case "compact" -> new CompactCommand(arguments, out, err).run();
            case "gc" -> new GcCommand(arguments, out).run();
            case "doctor" -> new DoctorCommand(arguments, out).run();
            default ->
                throw JobArguments.usage("Unknown command '" + arguments.command()
                        + "' (must be validate, plan, columns, run, backfill, retain, replay, query, sample, history, profile,"
                        + " rules, status, rollback, compact, gc or doctor)");
        };
    }

    private void tell(SalternException failure, List<String> words) {
        List<Failure> failures = Failure.of(failure, words);
        if (!words.contains("--json")) {
            err.print(new FailureLines(Terminal.ofProcess()).of(failures, words));
            return;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("exitCode", failure.exitCode().code());
        answer.put("message", failure.getMessage());
        answer.put("problems", failures.stream().map(Failure::members).toList());
        out.println(Json.write(answer));
    }
}
