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
    private static final double MOST_OF_RULES = 0.1;

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
            double first = warm.phase(DayEntrant.SALTERN, DayPhases.FIRST_TASK);
            GoalTable.line(
                    table,
                    "the first task within 3 s, warm",
                    String.format(Locale.ROOT, "%.1f s", first),
                    first <= MOST_BEFORE_FIRST_TASK);
            share(table, "publish and report", share(warm, DayGoals::isPublishing), MOST_PUBLISHING);
            share(table, "quality's wall", ofRules(warm, DayRound::wallSeconds), MOST_OF_RULES);
            share(table, "quality's CPU", ofRules(warm, DayRound::cpuSeconds), MOST_OF_RULES);
        }
        return table.toString();
    }

    private static void share(StringBuilder table, String what, double share, double most) {
        if (!Double.isNaN(share)) {
            GoalTable.line(
                    table,
                    String.format(Locale.ROOT, "%s at most %.0f %% of the day, warm", what, 100 * most),
                    String.format(Locale.ROOT, "%.1f %%", 100 * share),
                    share <= most);
        }
    }

    /** Returns which share of a day it does not need that has no rules; NaN if that was not measured. */
    private static double ofRules(DayFigures figures, ToDoubleFunction<DayRound> figure) {
        return 1 - figures.ratio(DayEntrant.WITHOUT_RULES, DayEntrant.SALTERN, figure);
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
