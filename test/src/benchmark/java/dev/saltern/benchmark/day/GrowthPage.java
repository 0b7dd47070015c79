/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import dev.saltern.benchmark.GoalTable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The page about growth.
 *
 * @param lines the points so far
 * @param rows those of the smallest run
 */
record GrowthPage(List<GrowthLedger.Line> lines, long rows) {
    /** What an axis is called that has files and partitions at once, before the heap. */
    static final String CEILING = "heap ";
    /** How often a process runs two of its sizes at most before any counts. */
    static final int MOST_WARM_UPS = 5;

    private static final String TEXT = """
            # How a run grows

            Written by `mvn -Pbenchmark -pl test -am test -Dtest=GrowthBenchmark`; not edited by hand. `-Dbenchmark.axes` chooses what grows,
            `-Dbenchmark.most` where it stops, `-Dbenchmark.rounds` how often; `-Dbenchmark.ceiling=10000 -Dbenchmark.heap=1g` tries so many
            files and partitions at once. Calls add up in `test/target/benchmark/growth.jsonl`; of a point the last call counts, by its medians.

            A pipeline of one source, one grouping and its tables, in a warm process with two processors and the options of the launcher
            script: along each axis a fresh process first runs a middle and the smallest size in turn, until neither takes a tenth more or less
            processor time than the time before, at most %d times each. Those do not count. One thing grows and the rest stays at
            %,d rows in 16 files, 1 partition, 4 rules and 1 table (rows: so many times %,d). All runs do the whole of it: rules,
            quarantine, account, seal, audit, journal, catalog, report. %s, Java %s, Spark %s. Where wall is longer than CPU, the machine did other
            work as well: then the processor time is the one to go by.

            ![time and memory along each axis](performance-growth.svg)
            """;

    private static final String GOALS = """

            ## Goals

            *Overall* is the slope of the line that fits all points on logarithmic scales, *at the end* that between the last two, *without what
            every run costs* the exponent of the curve `fixed + factor x size ^ exponent` that deviates least. A goal is met when
            both of the last are, in time and in processor time: what every run costs hides growth from the first two.

            """;

    private static final String POINTS = """

            ## Points

            *Heap* is the most that a collection left in use, *resident* what the kernel saw: that of a process which may take 3 GB and gives nothing
            back. The phases are the three that take longest.

            | what grows | to | runs | wall | CPU | heap | resident | where the time goes |
            |---|---:|---:|---:|---:|---:|---:|---|
            """;

    String text() {
        StringBuilder goals = new StringBuilder(GOALS).append(GoalTable.HEAD);
        StringBuilder points = new StringBuilder(POINTS);
        for (GrowthAxis axis : GrowthAxis.values()) {
            points(axis).forEach(point -> row(points, axis.label(), point));
            if (points(axis).size() > 1) {
                goal(goals, axis, new GrowthFit(points(axis)));
            }
        }
        lines.stream()
                .filter(line -> line.axis().startsWith(CEILING))
                .forEach(line -> row(points, "files and partitions, " + line.axis(), line));
        return TEXT.formatted(
                        MOST_WARM_UPS,
                        rows,
                        rows * GrowthAxis.MORE_ROWS,
                        System.getProperty("os.name"),
                        System.getProperty("java.version"),
                        org.apache.spark.package$.MODULE$.SPARK_VERSION())
                + goals
                + points;
    }

    /** Returns the points of an axis by size. */
    List<GrowthLedger.Line> points(GrowthAxis axis) {
        return lines.stream()
                .filter(line -> line.axis().equals(axis.label()))
                .sorted(Comparator.comparingInt(GrowthLedger.Line::size))
                .toList();
    }

    private static void row(StringBuilder table, String what, GrowthLedger.Line line) {
        DayRound round = line.round();
        table.append(String.format(
                Locale.ROOT,
                "| %s | %,d | %d | %.1f s | %.1f s | %,d MB | %,d MB | %s |%n",
                what,
                line.size(),
                round.round(),
                round.wallSeconds(),
                round.cpuSeconds(),
                round.heapBytes() / 1_000_000,
                round.peakBytes() / 1_000_000,
                phases(round)));
    }

    private static String phases(DayRound round) {
        return round.phases().seconds().entrySet().stream()
                .filter(phase -> !phase.getKey().equals(DayPhases.FIRST_TASK))
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(3)
                .map(phase -> String.format(
                        Locale.ROOT,
                        "%s %.1f s",
                        phase.getKey().replaceFirst(" growth.*", ""),
                        phase.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static void goal(StringBuilder goals, GrowthAxis axis, GrowthFit fit) {
        double wall = GrowthCurve.through(fit.points(), DayRound::wallSeconds).exponent();
        double cpu = GrowthCurve.through(fit.points(), DayRound::cpuSeconds).exponent();
        double lastWall = fit.lastExponent(DayRound::wallSeconds);
        double lastCpu = fit.lastExponent(DayRound::cpuSeconds);
        GoalTable.line(
                goals,
                String.format(Locale.ROOT, "exponent in %s at most %.2f", axis.label(), axis.mostExponent()),
                String.format(
                        Locale.ROOT,
                        "wall: overall %.2f, at the end %.2f, without what every run costs %.2f;"
                                + " CPU: %.2f, %.2f, %.2f; heap: %.2f overall",
                        fit.exponent(DayRound::wallSeconds),
                        lastWall,
                        wall,
                        fit.exponent(DayRound::cpuSeconds),
                        lastCpu,
                        cpu,
                        fit.exponent(DayRound::heapBytes)),
                Math.max(Math.max(wall, lastWall), Math.max(cpu, lastCpu)) <= axis.mostExponent());
    }
}
