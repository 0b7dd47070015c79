/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import dev.saltern.jobs.observe.Resources;
import dev.saltern.jobs.publish.run.InputFile;
import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.report.SkewLine;
import java.util.List;
import java.util.Map;

/** Reports of runs that never were. */
public final class Reports {
    private Reports() {}

    /** A run of a day that read 100 rows. */
    public static RunReport of(String scope, RunReport.Verdict verdict, List<RunReport.RuleLine> rules) {
        return of(scope, verdict, rules, List.of());
    }

    static RunReport of(String scope, RunReport.Verdict verdict, List<RunReport.RuleLine> rules, List<SkewLine> skew) {
        return of(
                scope,
                verdict,
                List.of(source("readings", 90, 3, 5, 2, 0)),
                List.of(new RunReport.TableLine("daily", 1L, 1, 90, 0, 0, 1_000L, null)),
                rules,
                skew);
    }

    static RunReport deduped(RunReport.DuplicatesLine step) {
        RunReport plain = of("2026-01-31", RunReport.Verdict.PUBLISHED, List.of());
        return of(
                plain.scope(),
                plain.verdict(),
                plain.sources(),
                List.of(step),
                plain.tables(),
                plain.rules(),
                plain.skew());
    }

    static RunReport of(
            String scope,
            RunReport.Verdict verdict,
            List<RunReport.SourceLine> sources,
            List<RunReport.TableLine> tables,
            List<RunReport.RuleLine> rules,
            List<SkewLine> skew) {
        return of(scope, verdict, sources, List.of(), tables, rules, skew);
    }

    private static RunReport of(
            String scope,
            RunReport.Verdict verdict,
            List<RunReport.SourceLine> sources,
            List<RunReport.DuplicatesLine> duplicates,
            List<RunReport.TableLine> tables,
            List<RunReport.RuleLine> rules,
            List<SkewLine> skew) {
        return new RunReport(
                "20260131-f66bf214-01M8ET87VPRZHRSHY47X2H0AM2",
                "harbour",
                scope,
                verdict,
                verdict == RunReport.Verdict.REFUSED ? 21 : 0,
                "f66bf214",
                scope.substring(0, 10) + "T03:00:00Z",
                12.5,
                sources,
                duplicates,
                tables,
                rules,
                skew,
                true,
                verdict == RunReport.Verdict.REFUSED ? List.of("too many rows are quarantined") : List.of(),
                List.of(),
                List.of(),
                null);
    }

    static RunReport.SourceLine source(
            String name, long kept, long corrupt, long quarantined, long dropped, long outside) {
        long parsed = kept + quarantined + dropped + outside;
        return new RunReport.SourceLine(
                name, 1, parsed + corrupt, corrupt, parsed, kept, quarantined, dropped, outside, Map.of(), 0, Map.of());
    }

    /** A rule of readings. */
    public static RunReport.RuleLine rule(String text, String outcome, Double observed) {
        return new RunReport.RuleLine(
                "readings", text, "FAIL", outcome, observed, "> 0", 1, 4, List.of("value=<b>1</b>"), text, "footers");
    }

    /** The page of a run that wrote one table of one file. */
    public static RunPage page(RunReport report, RunCosts costs) {
        return new RunPage(
                RunPage.FORMAT,
                report,
                List.of(),
                new RowAccount(List.of(), List.of()),
                new RuleTrends(List.of(), List.of()),
                List.of(),
                List.of(),
                List.of(),
                Resources.NONE,
                List.of(new TableFiles(
                        "daily",
                        "_runs/daily/r/_manifest.json",
                        List.of(new TableFiles.PartitionFiles("dt=2026-01-31", 1, 90, 1_000, 1_000, 1_000)),
                        List.of(new ColumnChange("mean", "double", ColumnChange.Change.SAME, null)),
                        null)),
                List.of(new InputFile("s3://raw/readings/dt=2026-01-31/a.csv", 7, "v", "readings", null, List.of())),
                new LineageGraph(
                        List.of(new LineageGraph.Node(
                                "files readings",
                                LineageGraph.Kind.FILES,
                                "1 file",
                                "s3a://raw/readings/dt=${dt}/",
                                0)),
                        List.of()),
                new QuarantineSample("harbour_quarantine", 0, List.of(), true),
                costs,
                new Surroundings(Map.of("spark", "3.5.7"), Map.of(), Map.of(), Map.of()));
    }
}
