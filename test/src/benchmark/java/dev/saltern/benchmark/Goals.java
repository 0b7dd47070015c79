/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Holds the figures against what was set out for.
 *
 * @param outcomes all that was measured
 */
record Goals(List<Outcome> outcomes) {
    static final double MOST_BEHIND = 1.05;
    private static final double MOST_MEMORY = 0.25;

    /** Returns a table; a goal of which nothing was measured is not in it. */
    String table() {
        StringBuilder table = new StringBuilder("\n## Goals\n\n" + GoalTable.HEAD);
        speedup(table, 8, Case.AVERAGE);
        speedup(table, 8, Case.WINDOW);
        speedup(table, 3, Case.INNER);
        speedup(table, 3, Case.FULL);
        speedup(table, 3, Case.REPARTITIONED);
        speedup(table, 3, Case.WINDOW_JOIN);
        speedup(table, 2, Case.PERCENTILE);
        most(
                table,
                "auto at most 5 % behind the best other plan, on every shape",
                MOST_BEHIND,
                Outcome::isWhole,
                Outcome::behindBest);
        most(
                table,
                "the same, up to %.2f s aside, by which two runs of one plan differ".formatted(Behind.NOISE_SECONDS),
                MOST_BEHIND,
                Outcome::isWhole,
                outcome -> Behind.isBehind(outcome) ? outcome.behindBest() : 1);
        most(
                table,
                "auto at most 5 % slower than AQE defaults without skew",
                MOST_BEHIND,
                outcome -> !outcome.shape().isSkewed(),
                outcome -> 1 / outcome.speedup());
        most(
                table,
                "auto at most 5 % more CPU than AQE defaults without skew",
                MOST_BEHIND,
                outcome -> !outcome.shape().isSkewed(),
                outcome -> outcome.ratio(
                        Contestant.AUTO.label(),
                        Contestant.PLAIN.label(),
                        run -> run.measured().cpuSeconds()));
        most(
                table,
                "peak task memory of a hot series at most a quarter of AQE defaults'",
                MOST_MEMORY,
                outcome -> outcome.shape() == Shape.HALF
                        && (outcome.step() == Case.AVERAGE || outcome.step() == Case.WINDOW),
                outcome -> outcome.ratio(
                        Contestant.AUTO.label(),
                        Contestant.PLAIN.label(),
                        run -> run.figures().peakBytes()));
        return table.toString();
    }

    private void speedup(StringBuilder table, double least, Case step) {
        outcomes.stream()
                .filter(outcome -> outcome.step() == step && outcome.shape() == Shape.HALF)
                .findFirst()
                .ifPresent(outcome -> GoalTable.line(
                        table,
                        String.format(
                                Locale.ROOT,
                                "%s, one key 50 %%, %,d rows: at least %.0f x",
                                step.label(),
                                outcome.rows(),
                                least),
                        String.format(Locale.ROOT, "%.1f x", outcome.speedup()),
                        outcome.speedup() >= least));
    }

    private void most(
            StringBuilder table, String goal, double most, Predicate<Outcome> of, ToDoubleFunction<Outcome> figure) {
        Optional<Outcome> worst = outcomes.stream().filter(of).max(Comparator.comparingDouble(figure));
        long missed = outcomes.stream()
                .filter(of)
                .filter(outcome -> figure.applyAsDouble(outcome) > most)
                .count();
        worst.ifPresent(outcome -> GoalTable.line(
                table,
                goal,
                String.format(
                        Locale.ROOT,
                        "worst %.2f x: %s, %s, %,d rows; %d of %d are above %.2f",
                        figure.applyAsDouble(outcome),
                        outcome.step().label(),
                        outcome.shape().label(),
                        outcome.rows(),
                        missed,
                        outcomes.stream().filter(of).count(),
                        most),
                missed == 0));
    }
}
