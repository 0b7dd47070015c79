/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.ExitCode;
import dev.saltern.jobs.report.Json;
import dev.saltern.jobs.retention.Retain;
import dev.saltern.jobs.retention.RetainReport;
import dev.saltern.jobs.session.Sessions;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.spark.sql.SparkSession;

/** Drops the partitions that the tables of a pipeline keep no longer, or tells which. */
final class RetainCommand {
    private final JobArguments arguments;
    private final PrintWriter out;

    RetainCommand(JobArguments arguments, PrintWriter out) {
        this.arguments = arguments;
        this.out = out;
    }

    ExitCode run() {
        LoadedJob job = LoadedJob.of(arguments);
        LocalDate today = arguments.day("as-of").orElseGet(() -> LocalDate.now(ZoneOffset.UTC));
        boolean dry = arguments.has("dry-run");
        SparkSession session =
                dry ? Sessions.withoutCatalog(job.environment()) : Sessions.withCatalog(job.environment());
        Retain retain = new Retain(session, job.environment(), job.pipeline(), today);
        RetainReport report = dry ? retain.rehearse() : retain.run(arguments.has("yes"));
        out.print(arguments.has("json") ? Json.write(report) + System.lineSeparator() : report.text());
        return ExitCode.DONE;
    }
}
