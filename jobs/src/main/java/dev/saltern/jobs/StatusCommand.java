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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

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
        } else {
            if (tables.isEmpty()) {
                out.println("Nothing is published in " + lake.lake().root() + " yet");
            }
            out.print(StatusPage.of(tables, lastRuns));
        }
        return ExitCode.DONE;
    }

    /** Returns the last run of each pipeline, whatever became of it: one that failed may have left nothing else behind. */
    private Map<String, RunReport> lastRuns(OpenLake lake, List<TableStatus> tables) throws IOException {
        History history = new History(lake.environment().lake(), Sessions.hadoop(lake.environment()));
        Set<String> pipelines = new TreeSet<>();
        tables.stream().flatMap(table -> Stream.ofNullable(table.pipeline())).forEach(pipelines::add);
        Optional<String> subject = arguments.findSubject();
        if (subject.isPresent()) {
            pipelines.add(subject.get());
        } else if (arguments.option("table").isEmpty()) {
            pipelines.addAll(history.pipelines());
        }
        Map<String, RunReport> last = new LinkedHashMap<>();
        for (String pipeline : pipelines) {
            history.latest(Optional.of(pipeline), 1).forEach(report -> last.put(pipeline, report));
        }
        return last;
    }
}
