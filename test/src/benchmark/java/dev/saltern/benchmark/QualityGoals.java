/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Holds what rules cost against what was set out for. */
final class QualityGoals {
    private static final double MOST_CLEAN = 0.08;
    private static final double MOST_DIRTY = 0.30;
    private static final double LEAST_CLEAN = 5;
    private static final double LEAST_DIRTY = 2;

    private QualityGoals() {}

    /** Returns a table; a goal of which nothing was measured is not in it. */
    static String of(boolean dirty, Map<String, List<Measured>> measured) {
        String ours = dirty ? Contestants.DIRTY : Contestants.CLEAN;
        if (!measured.containsKey(ours)) {
            return "";
        }
        StringBuilder table = new StringBuilder("\n" + GoalTable.HEAD);
        double cost = overhead(measured, ours);
        double most = dirty ? MOST_DIRTY : MOST_CLEAN;
        GoalTable.line(
                table,
                String.format(Locale.ROOT, "at most %.0f %% over the write alone", 100 * most),
                percent(cost),
                cost <= most);
        if (measured.containsKey(Contestants.DEEQU)) {
            double times = overhead(measured, Contestants.DEEQU) / cost;
            double least = dirty ? LEAST_DIRTY : LEAST_CLEAN;
            String value = cost <= 0 ? "no overhead" : String.format(Locale.ROOT, "%.1f x", times);
            GoalTable.line(
                    table,
                    String.format(Locale.ROOT, "at least %.0f x less over the write than Deequ", least),
                    value,
                    cost <= 0 || times >= least);
        }
        // On dirty rows the pass without footers is no rival: it finds bad rows and leaves them in the table.
        List<String> rivals = dirty ? List.of(Contestants.FIRST) : List.of(Contestants.MASK, Contestants.PASS);
        List<String> others = rivals.stream().filter(measured::containsKey).toList();
        if (!others.isEmpty()) {
            double least = others.stream()
                    .mapToDouble(name -> overhead(measured, name))
                    .min()
                    .orElseThrow();
            GoalTable.line(
                    table,
                    "the planner's plan is the cheapest that does the work",
                    percent(cost) + " and " + percent(least),
                    cost <= least);
        }
        return table.toString();
    }

    private static double overhead(Map<String, List<Measured>> measured, String name) {
        return Page.overhead(
                java.util.Objects.requireNonNull(measured.get(name)),
                java.util.Objects.requireNonNull(measured.get(Contestants.ALONE)));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%+.1f %%", 100 * share);
    }
}
