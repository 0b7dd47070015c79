/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.ExitCode;
import dev.saltern.jobs.publish.gc.GarbageCollection;
import dev.saltern.jobs.publish.gc.GcPage;
import dev.saltern.jobs.publish.gc.GcReport;
import dev.saltern.jobs.publish.gc.Retention;
import dev.saltern.jobs.publish.table.LakeTable;
import dev.saltern.jobs.report.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Removes what no table needs any more, or tells what that is. */
final class GcCommand {
    private final JobArguments arguments;
    private final PrintWriter out;

    GcCommand(JobArguments arguments, PrintWriter out) {
        this.arguments = arguments;
        this.out = out;
    }

    ExitCode run() throws IOException {
        Retention retention = retention();
        OpenLake lake = OpenLake.of(arguments);
        List<LakeTable> tables = lake.choose(arguments);
        GcReport report = collect(lake, tables, retention);
        out.print(arguments.has("json") ? Json.write(report) + System.lineSeparator() : GcPage.of(report));
        return report.problems().isEmpty() ? ExitCode.DONE : ExitCode.UNSOUND;
    }

    private GcReport collect(OpenLake lake, List<LakeTable> tables, Retention retention) throws IOException {
        InstantSource clock = InstantSource.system();
        SparkSession session = lake.session();
        GarbageCollection collection =
                new GarbageCollection(lake.tables(), lake.stores(session), retention, clock, !arguments.has("yes"));
        tables.forEach(table -> collection.collect(table, lake.environment().database()));
        if (arguments.findSubject().isEmpty() && arguments.option("table").isEmpty()) {
            lake.abandonedWorkspaces(clock.instant().minus(retention.olderThan()))
                    .forEach(collection::leftover);
        }
        return collection.report();
    }

    private Retention retention() {
        return new Retention(
                arguments.duration("older-than", Retention.DEFAULT_OLDER_THAN),
                keepVersions(),
                arguments.duration("grace", Retention.DEFAULT_GRACE));
    }

    private int keepVersions() {
        String text = arguments.option("keep-versions").orElse("");
        if (text.isEmpty()) {
            return Retention.DEFAULT_KEEP_VERSIONS;
        }
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw JobArguments.usage("Invalid --keep-versions: " + text + " (must be 1 or more)");
        }
        return Integer.parseInt(text);
    }
}
