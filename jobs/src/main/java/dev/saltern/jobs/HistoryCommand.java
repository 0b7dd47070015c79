/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.Environment;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.terminal.Terminal;
import dev.saltern.jobs.publish.status.VersionLine;
import dev.saltern.jobs.publish.status.VersionLines;
import dev.saltern.jobs.publish.table.LakeTable;
import dev.saltern.jobs.report.Figures;
import dev.saltern.jobs.report.History;
import dev.saltern.jobs.report.Json;
import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.report.TextTable;
import dev.saltern.jobs.report.past.HistoryPages;
import dev.saltern.jobs.report.past.LaunchCosts;
import dev.saltern.jobs.session.Sessions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists the runs of a lake, the latest first. */
final class HistoryCommand {
    private static final int MAX_RUNS = 50;
    /** The column of the costs, behind the seconds. */
    private static final int COST = 8;

    private final JobArguments arguments;
    private final PrintWriter out;

    HistoryCommand(JobArguments arguments, PrintWriter out) {
        this.arguments = arguments;
        this.out = out;
    }

    ExitCode run() throws IOException {
        if (arguments.option("table").isPresent()) {
            versions();
            return ExitCode.DONE;
        }
        Environment environment = LoadedJob.environment(arguments);
        String lake = environment.lake();
        if (arguments.has("html")) {
            out.println(new HistoryPages(lake, Sessions.hadoop(environment)).write());
            return ExitCode.DONE;
        }
        Optional<String> pipeline = arguments.subjects().stream().findFirst();
        List<RunReport> runs = new History(lake, Sessions.hadoop(environment)).latest(pipeline, MAX_RUNS);
        if (arguments.has("json")) {
            out.println(Json.write(runs));
        } else if (runs.isEmpty()) {
            out.println("No run in " + lake + " yet");
        } else {
            out.print(table(runs, new LaunchCosts(lake, Sessions.hadoop(environment)))
                    .within(Terminal.ofProcess().textColumns()));
        }
        return ExitCode.DONE;
    }

    private void versions() {
        OpenLake lake = OpenLake.of(arguments);
        LakeTable table = lake.choose(arguments).get(0).requireSound();
        List<VersionLine> lines = VersionLines.of(lake.tables().entries(table.name()));
        if (arguments.has("json")) {
            out.println(Json.write(lines));
            return;
        }
        TextTable text = new TextTable(
                List.of("version", "committed", "kind", "scope", "partitions", "removed", "rows", "live", "run", ""));
        for (VersionLine line : lines.subList(0, Math.min(MAX_RUNS, lines.size()))) {
            text.add(List.of(
                    Long.toString(line.version()),
                    line.committed(),
                    line.kind(),
                    line.scope(),
                    Integer.toString(line.partitions()),
                    Integer.toString(line.removed()),
                    Long.toString(line.rows()),
                    Integer.toString(line.live()),
                    line.run(),
                    line.note()));
        }
        out.print(lines.isEmpty() ? "Nothing of " + table.name() + " is published yet\n" : text);
        if (lines.size() > MAX_RUNS) {
            out.println("and " + (lines.size() - MAX_RUNS) + " earlier ones; --json lists all");
        }
    }

    /** A lake that nothing was launched for has no column of costs. */
    private static TextTable table(List<RunReport> runs, LaunchCosts costs) throws IOException {
        boolean launched = runs.stream().anyMatch(run -> launch(run) != null);
        List<String> heads = new ArrayList<>(
                List.of("started", "pipeline", "scope", "verdict", "read", "set aside", "written", "seconds", "run"));
        if (launched) {
            heads.add(COST, "cost");
        }
        TextTable table = new TextTable(heads);
        for (RunReport run : runs) {
            long read =
                    run.sources().stream().mapToLong(RunReport.SourceLine::read).sum();
            long setAside = run.sources().stream()
                    .mapToLong(source -> source.corrupt() + source.quarantined() + source.dropped())
                    .sum();
            long written =
                    run.tables().stream().mapToLong(RunReport.TableLine::rows).sum();
            List<String> cells = new ArrayList<>(List.of(
                    run.started(),
                    run.pipeline(),
                    run.scope(),
                    run.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    Figures.count(read),
                    Figures.count(setAside),
                    Figures.count(written),
                    String.format(Locale.ROOT, "%.1f", run.seconds()),
                    run.run()));
            if (launched) {
                String launch = launch(run);
                Double usd = launch == null ? null : costs.actual(run.pipeline(), launch);
                cells.add(COST, usd == null ? "" : Figures.dollars(usd));
            }
            table.add(cells);
        }
        return table;
    }

    private static @Nullable String launch(RunReport run) {
        return run.setting() == null ? null : run.setting().launch();
    }
}
