/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

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
            Spark has the same memory and collector and the compiler's defaults; with Saltern's JVM options it shows what of a ratio is theirs.

            *Saltern without rules* runs the same pipeline with each `rules:` and `max-quarantined:` taken out. What the schema demands stays: a
            line that does not fit, and a row of another day, are set aside all the same. Rows that rules would have set aside stay in its
            tables, which are compared with nobody's. What the rest needs beyond it is what quality costs.

            *Of it compilers* is what the JVM took to compile. A fresh process spends more than half of its processor time on that, and Saltern
            more than plain Spark, for its day has more steps and each is compiled.

            The phases are those of the run, and what its own clock does not see: *starting the process* until it takes its order, *opening
            Spark*, and behind the last phase *writing the report*: the page with its JSON and lineage, the copies that are searched, the pages
            of the history, a look at late rows of earlier days, and the answer. *Publishing* is the journal, the catalog, the end of the
            workspace, and the report as the history keeps it.

            """;

    private DayPage() {}

    /**
     * Returns the page with the section renewed from the rounds.
     *
     * @param target where the raw files of all sizes are
     */
    static String with(String page, List<DayRound> rounds, Path target) throws IOException {
        return SizedSection.with(page, "\n" + TITLE + "\n\n" + TEXT, rounds, target, DayPage::figures);
    }

    private static String figures(DayFigures cold, DayFigures warm) {
        StringBuilder section = new StringBuilder();
        table(section, "cold", cold);
        table(section, "warm", warm);
        return section.append(PhaseTable.of(cold, warm))
                .append(DayGoals.table(cold, warm))
                .toString();
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
}
