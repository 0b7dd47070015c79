/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.page;

import dev.saltern.jobs.observe.Amounts;
import dev.saltern.jobs.observe.Phase;
import dev.saltern.jobs.observe.Resources;
import dev.saltern.jobs.observe.StageLine;
import dev.saltern.jobs.observe.TaskSpread;
import dev.saltern.jobs.publish.run.InputFile;
import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.report.page.AccountPicture;
import dev.saltern.jobs.report.page.ColumnChange;
import dev.saltern.jobs.report.page.LineageGraph;
import dev.saltern.jobs.report.page.NextSteps;
import dev.saltern.jobs.report.page.QuarantineSample;
import dev.saltern.jobs.report.page.RuleTrends;
import dev.saltern.jobs.report.page.RunCosts;
import dev.saltern.jobs.report.page.RunPage;
import dev.saltern.jobs.report.page.Surroundings;
import dev.saltern.jobs.report.page.TableFiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A run of many tables, rules and partitions, as numbers alone. */
record LargeRun(int tables, int rules, int partitions) {
    private static final int RUNS = 30;
    private static final int COLUMNS = 40;
    private static final int REASONS = 80;

    RunPage page() {
        RunReport report = report(0);
        List<RunReport> latest = IntStream.range(0, RUNS).mapToObj(this::report).toList();
        QuarantineSample quarantine = new QuarantineSample("large_quarantine", 80_000, reasons(), true);
        return new RunPage(
                RunPage.FORMAT,
                report,
                NextSteps.of(report, "emr", "large_quarantine"),
                AccountPicture.of(report, Map.of(), Map.of(), quarantine),
                RuleTrends.of(latest),
                List.of(),
                numbered(tables, i -> new Phase("writing table_" + i, i * 2.0, 2)),
                numbered(
                        tables * 4,
                        i -> new StageLine(
                                i,
                                "writing table_" + i / 4,
                                i / 2.0,
                                0.5,
                                TaskSpread.of(List.of(10L, 20L, 90L)),
                                0,
                                Amounts.NONE)),
                new Resources(tables * 4, 100_000, 3, 4L << 30, Amounts.NONE),
                numbered(tables, this::files),
                numbered(
                        5_000,
                        i -> new InputFile(
                                "s3://raw/large/dt=2026-01-31/part-" + i + ".json.gz",
                                1L << 20,
                                "v",
                                "source_" + i % 50,
                                null,
                                List.of())),
                lineage(),
                quarantine,
                new RunCosts("launch-1", 1.0, 2.0, null),
                new Surroundings(
                        Map.of("spark", "3.5.7"), Map.of("master", "yarn"), Map.of("environment", "emr"), settings()));
    }

    private RunReport report(int back) {
        return new RunReport(
                "20260131-f66bf214-01M8ET87VPRZHRSHY47X2H0AM2",
                "large",
                "2026-01-" + (31 - back),
                RunReport.Verdict.PUBLISHED,
                0,
                "f66bf214",
                "2026-02-01T03:00:00Z",
                1_234.5,
                numbered(
                        50,
                        i -> new RunReport.SourceLine(
                                "source_" + i,
                                100,
                                1_000_000,
                                600,
                                999_400,
                                998_300,
                                1_000,
                                100,
                                0,
                                Map.of(),
                                0,
                                Map.of())),
                List.of(),
                numbered(
                        tables,
                        i -> new RunReport.TableLine(
                                "table_" + i, 7L, partitions / tables, 250_000L + i, i % 7, 0, 1L << 28, null)),
                numbered(rules, i -> rule(i, back)),
                List.of(),
                true,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private RunReport.RuleLine rule(int i, int back) {
        boolean holds = i % 20 != 0;
        return new RunReport.RuleLine(
                "table_" + i % tables,
                "ColumnValues \"column_" + i + "\" between 0 and " + i + " where \"kind = 'level'\"",
                i % 3 == 0 ? "QUARANTINE" : "WARN",
                holds ? "PASSED" : "FAILED",
                holds ? 1.0 : 0.97 + (i + back) % 7 / 1000.0,
                "between 0 and " + i,
                holds ? 0 : 31,
                250_000,
                holds ? List.of() : List.of("column_" + i + "=-1"),
                "rule " + i,
                "footers");
    }

    private TableFiles files(int table) {
        List<ColumnChange> columns = numbered(
                COLUMNS,
                i -> new ColumnChange(
                        "column_" + i,
                        "double",
                        table == 3 && i == 1 ? ColumnChange.Change.ADDED : ColumnChange.Change.SAME,
                        null));
        return new TableFiles(
                "table_" + table,
                "_runs/table_" + table + "/20260131-f66bf214-01M8ET87VPRZHRSHY47X2H0AM2/_manifest.json",
                numbered(
                        partitions / tables,
                        i -> new TableFiles.PartitionFiles(
                                "dt=2026-01-31/hour=" + i, 4, 5_000, (1L << 22) + i, 1L << 19, 1L << 21)),
                columns,
                "20260130-f66bf214-01M8ET87VPRZHRSHY47X2H0AM2");
    }

    private LineageGraph lineage() {
        List<LineageGraph.Node> nodes = new ArrayList<>();
        List<LineageGraph.Edge> edges = new ArrayList<>();
        for (int i = 0; i < tables; i++) {
            nodes.add(new LineageGraph.Node("step_" + i, LineageGraph.Kind.STEP, "step_" + i, "sql", 2));
            nodes.add(new LineageGraph.Node("table table_" + i, LineageGraph.Kind.TABLE, "table_" + i, "table", 3));
            edges.add(new LineageGraph.Edge("step_" + i, "table table_" + i));
        }
        return new LineageGraph(nodes, edges);
    }

    private static List<QuarantineSample.Reason> reasons() {
        List<QuarantineSample.SampleRow> rows = Collections.nCopies(
                QuarantineSample.MAX_ROWS,
                new QuarantineSample.SampleRow(
                        "s3://raw/large/part-1.json.gz",
                        7L,
                        "{\"value\": \"" + "9".repeat(300) + "\"}",
                        false,
                        List.of("value is 9")));
        return numbered(REASONS, i -> new QuarantineSample.Reason("source_" + i % 50, "rule " + i, 1_000, rows));
    }

    private static Map<String, String> settings() {
        return IntStream.range(0, 300).boxed().collect(Collectors.toMap(i -> "spark.setting." + i, i -> "value " + i));
    }

    private static <T> List<T> numbered(int count, IntFunction<T> line) {
        return IntStream.range(0, count).mapToObj(line).toList();
    }
}
