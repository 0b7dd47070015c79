/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.backfill.Backfill;
import dev.saltern.jobs.report.Json;
import dev.saltern.jobs.report.RunPreview;
import dev.saltern.jobs.run.Preview;
import dev.saltern.jobs.session.Sessions;
import java.io.PrintWriter;
import org.apache.spark.sql.SparkSession;

/** Analyses a pipeline whole and says what a run would read, write and replace; changes nothing. */
final class PlanCommand {
    private final JobArguments arguments;
    private final PrintWriter out;

    PlanCommand(JobArguments arguments, PrintWriter out) {
        this.arguments = arguments;
        this.out = out;
    }

    ExitCode run() {
        LoadedJob job = LoadedJob.of(arguments);
        Scope scope = job.scope(arguments);
        SparkSession session = Sessions.withoutCatalog(job.environment());
        RunPreview preview = Preview.of(session, job.environment(), job.pipeline(), scope);
        RunPreview whole = preview.with(Backfill.dayStates(session, job.environment(), job.pipeline(), scope));
        out.println(arguments.has("json") ? Json.write(whole) : whole.text());
        return ExitCode.DONE;
    }
}
