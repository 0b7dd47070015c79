/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import dev.saltern.benchmark.GoalTable;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Holds the day against what was set out for. */
final class DayGoals {
    private static final double MOST_OF_PLAIN = 0.6;
    private static final double MOST_OF_DUCK_WARM = 3;
    private static final double MOST_OF_DUCK_COLD = 5;
    private static final double MOST_BEFORE_FIRST_TASK = 3;
    private static final double MOST_PUBLISHING = 0.05;

    private DayGoals() {}

    /** Returns a table; a goal of which nothing was measured is not in it. */
    static String table(DayFigures cold, DayFigures warm) {
        StringBuilder table = new StringBuilder("\n" + GoalTable.HEAD);
        ratio(table, "plain Spark's wall, warm", warm, DayEntrant.PLAIN, DayRound::wallSeconds, MOST_OF_PLAIN);
        ratio(table, "plain Spark's CPU, warm", warm, DayEntrant.PLAIN, DayRound::cpuSeconds, MOST_OF_PLAIN);
        ratio(table, "plain Spark's wall, cold", cold, DayEntrant.PLAIN, DayRound::wallSeconds, MOST_OF_PLAIN);
        ratio(table, "plain Spark's CPU, cold", cold, DayEntrant.PLAIN, DayRound::cpuSeconds, MOST_OF_PLAIN);
        ratio(table, "DuckDB's CPU, warm", warm, DayEntrant.DUCK, DayRound::cpuSeconds, MOST_OF_DUCK_WARM);
        ratio(table, "DuckDB's CPU, cold", cold, DayEntrant.DUCK, DayRound::cpuSeconds, MOST_OF_DUCK_COLD);
        if (!warm.of(DayEntrant.SALTERN).isEmpty()) {
            double first = warm.phase(DayEntrant.SALTERN, SalternRun.FIRST_TASK);
            GoalTable.line(
                    table,
                    "the first task within 3 s, warm",
                    String.format(Locale.ROOT, "%.1f s", first),
                    first <= MOST_BEFORE_FIRST_TASK);
            double publishing = share(warm, DayGoals::isPublishing);
            GoalTable.line(
                    table,
                    "publish and report at most 5 % of the day, warm",
                    String.format(Locale.ROOT, "%.1f %%", 100 * publishing),
                    publishing <= MOST_PUBLISHING);
        }
        return table.toString();
    }

    private static void ratio(
            StringBuilder table,
            String goal,
            DayFigures figures,
            DayEntrant other,
            ToDoubleFunction<DayRound> figure,
            double most) {
        double ratio = figures.ratio(DayEntrant.SALTERN, other, figure);
        if (!Double.isNaN(ratio)) {
            GoalTable.line(
                    table,
                    String.format(Locale.ROOT, "at most %.1f x of %s", most, goal),
                    DayPage.times(ratio),
                    ratio <= most);
        }
    }

    private static boolean isPublishing(String phase) {
        return phase.startsWith("reconciling")
                || phase.startsWith("sealing")
                || phase.startsWith("publishing")
                || phase.startsWith("writing the report");
    }

    /** Returns the median share of the time of a run that phases take. */
    private static double share(DayFigures figures, Predicate<String> phases) {
        return figures.median(
                DayEntrant.SALTERN,
                round -> round.phases().seconds().entrySet().stream()
                                .filter(phase -> phases.test(phase.getKey()))
                                .mapToDouble(Map.Entry::getValue)
                                .sum()
                        / round.wallSeconds());
    }
}
