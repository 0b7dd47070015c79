/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import dev.saltern.benchmark.Sections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The section about the whole day in the page about speed. */
final class DayPage {
    static final String TITLE = "## The whole day";

    private static final String TEXT = """
            Written by `mvn -Pbenchmark -pl test -am test -Dtest=DayBenchmark`; not edited by hand. `-Dbenchmark.rows` sets the size,
            `-Dbenchmark.rounds` the rounds, `-Dbenchmark.only` the contestants, `-Dbenchmark.before=DIR` adds the Saltern of another source
            tree that was compiled. Calls add up in `test/target/benchmark/day.jsonl`.

            The day of the pipeline [`sensor-daily`](../conf/pipelines/sensor-daily.yaml): gzipped NDJSON and CSV, one line in a hundred broken,
            a fifth of the rows from one sensor. Each contestant has a process of its own and two processors. The first run of a fresh process
            is *cold*, and its start counts; those that follow are *warm*. All run in turn; figures are medians, ratios are taken within a
            round. No time counts before the four tables are equal, row by row, and as many rows were set aside.

            Saltern does the whole of it: rules, quarantine with file, line, reasons and text, row account, seal, audit, journal, catalog,
            report. It writes what it has parsed and joined to files, and reads its tables once more for their checksums. Plain Spark keeps
            what it has parsed and joined in memory, sets bad rows aside with one reason, and lets Deequ judge the same rules by reading the
            parsed rows and the tables again; it accounts for nothing and publishes nothing as a whole. Its mean of 24 hours takes the day so
            far, which is the same within a day and spares it a window in quadratic time. DuckDB makes the tables and nothing else.
            Saltern's JVM starts with the options of the launcher script: the second compiler waits ten times as long as by default. Plain
            Spark has the same memory and collector and the compiler's defaults.

            *Of it compilers* is what the JVM took to compile. A fresh process spends more than half of its processor time on that, and Saltern
            more than plain Spark, for its day has more steps and each is compiled.

            """;

    private DayPage() {}

    /** Returns the page with the section renewed from the rounds. */
    static String with(String page, List<DayRound> rounds, Path raw) throws IOException {
        StringBuilder section = new StringBuilder("\n" + TITLE + "\n\n" + TEXT);
        TreeSet<Long> sizes = new TreeSet<>();
        rounds.forEach(round -> sizes.add(round.rows()));
        for (long rows : sizes.descendingSet()) {
            size(section, rounds, rows, raw.resolveSibling("raw-" + rows));
        }
        return Sections.with(Sections.head(page), page, section.toString());
    }

    private static void size(StringBuilder section, List<DayRound> rounds, long rows, Path raw) throws IOException {
        DayFigures warm = DayFigures.of(rounds, rows, false);
        DayFigures cold = DayFigures.of(rounds, rows, true);
        section.append(String.format(
                Locale.ROOT,
                "%n### %,d rows%n%n%s; %s %s, Java %s, Spark %s, %d processors, %d GB of memory.%n",
                rows,
                Files.exists(raw) ? megabytes(raw) : "",
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                org.apache.spark.package$.MODULE$.SPARK_VERSION(),
                Runtime.getRuntime().availableProcessors(),
                Math.round(((com.sun.management.OperatingSystemMXBean)
                                        java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                                .getTotalMemorySize()
                        / 1e9)));
        table(section, "cold", cold);
        table(section, "warm", warm);
        phases(section, cold, warm);
        section.append(DayGoals.table(cold, warm));
    }

    private static String megabytes(Path raw) throws IOException {
        try (Stream<Path> files = Files.walk(raw)) {
            long bytes = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            return String.format(Locale.ROOT, "%.0f MB of raw files as they lie on the disk", bytes / 1e6);
        }
    }

    private static void table(StringBuilder section, String kind, DayFigures figures) {
        section.append("\n| ")
                .append(kind)
                .append(" | wall | CPU | of it compilers | peak memory | rounds | Saltern's wall | Saltern's CPU |\n")
                .append("|---|---:|---:|---:|---:|---:|---:|---:|\n");
        for (DayEntrant entrant : DayEntrant.values()) {
            if (!figures.of(entrant).isEmpty()) {
                section.append(String.format(
                        Locale.ROOT,
                        "| %s | %.1f s | %.1f s | %.1f s | %.1f GB | %d | %s | %s |%n",
                        entrant.label(),
                        figures.median(entrant, DayRound::wallSeconds),
                        figures.median(entrant, DayRound::cpuSeconds),
                        figures.median(entrant, DayRound::compilerSeconds),
                        figures.median(entrant, DayRound::peakBytes) / 1e9,
                        figures.of(entrant).size(),
                        times(figures.ratio(DayEntrant.SALTERN, entrant, DayRound::wallSeconds)),
                        times(figures.ratio(DayEntrant.SALTERN, entrant, DayRound::cpuSeconds))));
            }
        }
    }

    static String times(double ratio) {
        return Double.isNaN(ratio) ? "" : String.format(Locale.ROOT, "%.2f x", ratio);
    }

    private static void phases(StringBuilder section, DayFigures cold, DayFigures warm) {
        section.append("\n| phase of Saltern | cold | warm |\n|---|---:|---:|\n");
        Map<String, Double> none = Map.of();
        for (String phase : warm.phases(DayEntrant.SALTERN)) {
            section.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f s | %.1f s |%n",
                    phase,
                    cold.of(DayEntrant.SALTERN).isEmpty()
                            ? none.getOrDefault(phase, Double.NaN)
                            : cold.phase(DayEntrant.SALTERN, phase),
                    warm.phase(DayEntrant.SALTERN, phase)));
        }
    }
}
