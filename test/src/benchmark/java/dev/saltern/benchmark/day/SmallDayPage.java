/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import dev.saltern.benchmark.GoalTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The section about a small day in the page about speed. */
final class SmallDayPage {
    static final String TITLE = "## A small day";

    private static final double MOST_OF_START_UP = 1.5;

    private static final String TEXT = """
            Written by `mvn -Pbenchmark -pl test -am test -Dtest=SmallDayBenchmark`; not edited by hand. `-Dbenchmark.rows` sets the size,
            `-Dbenchmark.rounds` the starts. Calls add up in `test/target/benchmark/small-day.jsonl`.

            The whole day of `sensor-daily` as above, but of about 100 MB as a program reads them, against the start of Spark alone: a process
            with the same class path and the same options of its JVM, which makes the session of the same environment, counts one row in one
            task, and is done. Neither has an archive of classes. *Cold* is the first day of a fresh process and counts the start of
            the process; *warm* are the %d days that the same process computes next. All start in turn, behind a start of Spark that is not
            counted; figures are medians, ratios are taken within a start.

            """.formatted(SmallDayBenchmark.WARM);

    private SmallDayPage() {}

    /**
     * Returns the page with the section renewed from the rounds; each start of both is a sitting of its own.
     *
     * @param target where the raw files of all sizes are
     */
    static String with(String page, List<DayRound> rounds, Path target) throws IOException {
        return SizedSection.with(page, "\n" + TITLE + "\n\n" + TEXT, rounds, target, SmallDayPage::figures);
    }

    private static String figures(DayFigures cold, DayFigures warm) {
        StringBuilder section = new StringBuilder();
        section.append("\n| | wall | CPU | of it compilers | peak memory | times measured |\n|---|---:|---:|---:|---:|---:|\n");
        row(section, DayEntrant.START_UP.label(), cold, DayEntrant.START_UP);
        row(section, "Saltern, cold", cold, DayEntrant.SALTERN);
        row(section, "Saltern, warm", warm, DayEntrant.SALTERN);
        section.append(PhaseTable.of(cold, warm)).append('\n').append(GoalTable.HEAD);
        goal(section, "cold", cold, cold);
        goal(section, "warm", warm, cold);
        return section.toString();
    }

    private static void row(StringBuilder section, String name, DayFigures figures, DayEntrant entrant) {
        section.append(String.format(
                Locale.ROOT,
                "| %s | %.1f s | %.1f s | %.1f s | %.1f GB | %d |%n",
                name,
                figures.median(entrant, DayRound::wallSeconds),
                figures.median(entrant, DayRound::cpuSeconds),
                figures.median(entrant, DayRound::compilerSeconds),
                figures.median(entrant, DayRound::peakBytes) / 1e9,
                figures.of(entrant).size()));
    }

    private static void goal(StringBuilder section, String kind, DayFigures days, DayFigures starts) {
        double ratio = DayFigures.ratio(
                days.of(DayEntrant.SALTERN),
                starts.of(DayEntrant.START_UP),
                DayRound::sitting,
                DayRound::wallSeconds);
        GoalTable.line(
                section,
                String.format(Locale.ROOT, "the day in at most %.1f x its Spark start-up, %s", MOST_OF_START_UP, kind),
                DayPage.times(ratio),
                ratio <= MOST_OF_START_UP);
    }
}
