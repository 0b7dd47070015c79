/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.progress.ConsoleProgress;
import dev.saltern.jobs.replay.Replay;
import dev.saltern.jobs.replay.ReplayPage;
import dev.saltern.jobs.replay.ReplayReport;
import dev.saltern.jobs.report.Json;
import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.session.Sessions;
import java.io.PrintWriter;
import org.apache.spark.sql.SparkSession;

/** Brings back what was set aside on the days that the command names, or tells what would come back. */
final class ReplayCommand {
    private final JobArguments arguments;
    private final PrintWriter out;
    private final PrintWriter err;

    ReplayCommand(JobArguments arguments, PrintWriter out, PrintWriter err) {
        this.arguments = arguments;
        this.out = out;
        this.err = err;
    }

    ExitCode run() {
        LoadedJob job = LoadedJob.of(arguments);
        Scope scope = job.scope(arguments);
        SparkSession session = Sessions.withCatalog(job.environment());
        ReplayReport report = replay(job, scope, session);
        out.print(arguments.has("json") ? Json.write(report) + System.lineSeparator() : ReplayPage.of(report));
        return exitCode(report);
    }

    private ReplayReport replay(LoadedJob job, Scope scope, SparkSession session) {
        try (ConsoleProgress progress = ConsoleProgress.of(session.sparkContext(), err, arguments.has("json"))) {
            Replay replay = new Replay(session, job.environment(), job.pipeline(), scope, progress);
            return arguments.has("dry-run") ? replay.rehearse() : replay.run();
        }
    }

    private static ExitCode exitCode(ReplayReport report) {
        if (!report.balanced()) {
            return ExitCode.UNBALANCED_ACCOUNT;
        }
        RunReport run = report.run();
        return run == null ? ExitCode.DONE : ExitCode.of(run.exitCode());
    }
}
