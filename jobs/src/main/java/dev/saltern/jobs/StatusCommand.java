/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.ExitCode;
import dev.saltern.jobs.publish.status.LakeStatus;
import dev.saltern.jobs.publish.status.TableStatus;
import dev.saltern.jobs.publish.table.WaitingRuns;
import dev.saltern.jobs.report.History;
import dev.saltern.jobs.report.Json;
import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.report.StatusPage;
import dev.saltern.jobs.session.Sessions;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Says what is live, without starting Spark. */
final class StatusCommand {
    private final JobArguments arguments;
    private final PrintWriter out;

    StatusCommand(JobArguments arguments, PrintWriter out) {
        this.arguments = arguments;
        this.out = out;
    }

    ExitCode run() throws IOException {
        OpenLake lake = OpenLake.of(arguments);
        LakeStatus status = new LakeStatus(new WaitingRuns(lake.store(), lake.tables(), InstantSource.system()));
        List<TableStatus> tables =
                lake.choose(arguments).stream().map(status::of).toList();
        Map<String, RunReport> lastRuns = lastRuns(lake, tables);
        if (arguments.has("json")) {
            out.println(Json.write(Map.of("tables", tables, "lastRuns", lastRuns.values())));
        } else if (tables.isEmpty()) {
            out.println("Nothing is published in " + lake.lake().root() + " yet");
        } else {
            out.print(StatusPage.of(tables, lastRuns));
        }
        return ExitCode.DONE;
    }

    /** Returns the last run of each pipeline, whatever became of it. */
    private static Map<String, RunReport> lastRuns(OpenLake lake, List<TableStatus> tables) throws IOException {
        History history = new History(lake.environment().lake(), Sessions.hadoop(lake.environment()));
        List<String> pipelines = tables.stream()
                .map(TableStatus::pipeline)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        Map<String, RunReport> last = new LinkedHashMap<>();
        for (String pipeline : pipelines) {
            history.latest(Optional.of(pipeline), 1).forEach(report -> last.put(pipeline, report));
        }
        return last;
    }
}
