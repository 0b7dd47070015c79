/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import dev.saltern.benchmark.GoalTable;
import dev.saltern.benchmark.Sections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The section about growth in the page about speed. */
final class GrowthPage {
    private static final String TEXT = """

            ## How a run grows

            Written by `mvn -Pbenchmark -pl test -am test -Dtest=GrowthBenchmark`; not edited by hand. `-Dbenchmark.axes` chooses what grows,
            `-Dbenchmark.most` where it stops, `-Dbenchmark.ceiling=10000 -Dbenchmark.heap=1g` tries so many files and partitions at once.

            A pipeline of one source, one grouping and its tables, in a warm process; one thing grows and the rest stays at %,d rows in
            16 files (rows: that many times as many), 1 partition, 4 rules and 1 table. One run per point. *Exponent* is the slope on
            logarithmic scales; *at the end* is that between the last two points, where what every run costs counts least.
            """;

    private GrowthPage() {}

    static String with(String page, List<GrowthLedger.Line> lines, long rows) {
        StringBuilder section = new StringBuilder(TEXT.formatted(rows));
        StringBuilder goals = new StringBuilder("\n" + GoalTable.HEAD);
        section.append("\n| what grows | to | wall | CPU | peak memory |\n|---|---:|---:|---:|---:|\n");
        for (GrowthAxis axis : GrowthAxis.values()) {
            List<GrowthLedger.Line> points = lines.stream()
                    .filter(line -> line.axis().equals(axis.label()))
                    .sorted(Comparator.comparingInt(GrowthLedger.Line::size))
                    .toList();
            points.forEach(point -> row(section, point));
            if (points.size() > 1) {
                goal(goals, axis, new GrowthFit(points));
            }
        }
        lines.stream().filter(line -> line.axis().startsWith("heap ")).forEach(line -> row(section, line));
        return Sections.with(Sections.head(page), page, section.append(goals).toString());
    }

    private static void row(StringBuilder table, GrowthLedger.Line line) {
        String what = line.axis().startsWith("heap ") ? "files and partitions, " + line.axis() : line.axis();
        table.append(String.format(
                Locale.ROOT,
                "| %s | %,d | %.1f s | %.1f s | %.1f GB |%n",
                what,
                line.size(),
                line.round().wallSeconds(),
                line.round().cpuSeconds(),
                line.round().peakBytes() / 1e9));
    }

    private static void goal(StringBuilder goals, GrowthAxis axis, GrowthFit fit) {
        double last = fit.lastExponent(DayRound::wallSeconds);
        GoalTable.line(
                goals,
                String.format(Locale.ROOT, "exponent in %s at most %.2f", axis.label(), axis.mostExponent()),
                String.format(
                        Locale.ROOT,
                        "wall %.2f, at the end %.2f; CPU %.2f, at the end %.2f",
                        fit.exponent(DayRound::wallSeconds),
                        last,
                        fit.exponent(DayRound::cpuSeconds),
                        fit.lastExponent(DayRound::cpuSeconds)),
                last <= axis.mostExponent());
    }
}
