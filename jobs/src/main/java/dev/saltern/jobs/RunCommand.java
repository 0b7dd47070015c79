/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.Scope;
import dev.saltern.conf.terminal.Terminal;
import dev.saltern.jobs.progress.ConsoleProgress;
import dev.saltern.jobs.progress.ProgressFile;
import dev.saltern.jobs.report.Json;
import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.report.Summary;
import dev.saltern.jobs.report.page.PageFolder;
import dev.saltern.jobs.run.DayRun;
import dev.saltern.jobs.run.Progress;
import dev.saltern.jobs.run.Reopening;
import dev.saltern.jobs.session.Sessions;
import dev.saltern.transforms.internal.Spark;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;

/** Runs a pipeline over the days that the command names. */
final class RunCommand {
    private final JobArguments arguments;
    private final PrintWriter out;
    private final PrintWriter err;

    RunCommand(JobArguments arguments, PrintWriter out, PrintWriter err) {
        this.arguments = arguments;
        this.out = out;
        this.err = err;
    }

    ExitCode run() {
        LoadedJob job = LoadedJob.of(arguments);
        Scope scope = job.scope(arguments);
        SparkSession session = Sessions.withCatalog(job.environment());
        RunReport report = run(job, scope, session);
        if (arguments.has("json")) {
            out.print(Json.write(report) + System.lineSeparator());
        } else {
            out.print(Summary.of(report, Terminal.ofProcess(), arguments.has("verbose")));
            page(job, session, report).ifPresent(page -> out.println("  report: " + page));
        }
        return exitCode(report);
    }

    /** Returns where the page of the run lies, as its reader can open it; empty if it was not written. */
    private static Optional<String> page(LoadedJob job, SparkSession session, RunReport report) {
        PageFolder pages =
                new PageFolder(job.environment().lake(), Spark.state(session).newHadoopConf());
        try {
            return pages.has(report) ? Optional.of(pages.page(report)) : Optional.empty();
        } catch (IOException e) {
            // The report itself says what is wrong with its page.
            return Optional.empty();
        }
    }

    /** A day that could not be opened again is a failure too. */
    private static ExitCode exitCode(RunReport report) {
        return IntStream.concat(
                        IntStream.of(report.exitCode()),
                        report.reopened().stream().mapToInt(RunReport.Reopened::exitCode))
                .filter(code -> code != ExitCode.DONE.code())
                .mapToObj(ExitCode::of)
                .findFirst()
                .orElse(ExitCode.DONE);
    }

    private RunReport run(LoadedJob job, Scope scope, SparkSession session) {
        try (ConsoleProgress console = ConsoleProgress.of(session.sparkContext(), err, arguments.has("json"))) {
            String launch = session.conf().get(DayRun.LAUNCH, null);
            if (launch == null) {
                return run(job, scope, session, console);
            }
            try (ProgressFile progress = new ProgressFile(
                    console,
                    session.sparkContext(),
                    Spark.state(session).newHadoopConf(),
                    job.environment().lake(),
                    launch)) {
                return run(job, scope, session, progress);
            }
        }
    }

    private static RunReport run(LoadedJob job, Scope scope, SparkSession session, Progress progress) {
        RunReport report = new DayRun(session, job.environment(), job.pipeline(), scope, progress).run();
        boolean done = report.exitCode() == ExitCode.DONE.code();
        return done
                ? report.with(new Reopening(session, job.environment(), job.pipeline(), progress).before(scope))
                : report;
    }
}
