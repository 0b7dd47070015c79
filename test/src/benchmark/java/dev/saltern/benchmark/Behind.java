/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Where the automatic choice is not the best one.
 *
 * @param outcomes all that was measured
 */
record Behind(List<Outcome> outcomes) {
    /** Seconds on the slots by which two runs of one plan differ here. */
    static final double NOISE_SECONDS = 0.05;

    /** Returns the outcomes whose choice takes more than 5 % and more than the noise longer than the best other plan. */
    static boolean isBehind(Outcome outcome) {
        return outcome.isWhole() && outcome.behindBest() > Goals.MOST_BEHIND && seconds(outcome) > NOISE_SECONDS;
    }

    /** Returns a table, the worst first; a sentence if there is nothing to tell. */
    String table() {
        List<Outcome> behind = outcomes.stream()
                .filter(Behind::isBehind)
                .sorted(Comparator.comparingDouble(Behind::seconds).reversed())
                .toList();
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%n## Where `auto` is not the best%n%nTwo runs of one plan differ by %.2f s and more on 64 slots here, the"
                        + " first tasks of a stage being the longest: that is more than 5 %% of%nmost steps of"
                        + " 4,000,000 rows. Listed is what is behind by more than 5 %% and by more than that.%n",
                NOISE_SECONDS));
        if (behind.isEmpty()) {
            return table.append("\nNothing is.\n").toString();
        }
        table.append("\n| step | shape | rows | auto did | auto | best other | takes | behind |\n")
                .append("|---|---|---:|---|---:|---|---:|---:|\n");
        behind.forEach(outcome -> table.append(row(outcome)));
        return table.toString();
    }

    private static String row(Outcome outcome) {
        String best = outcome.best();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,d | %s | %.2f s | %s | %.2f s | %.2f x |%n",
                outcome.step().label(),
                outcome.shape().label(),
                outcome.rows(),
                outcome.notes().get(Contestant.AUTO.label()),
                outcome.median(Contestant.AUTO.label(), Outcome::slotSeconds),
                best,
                outcome.median(best, Outcome::slotSeconds),
                outcome.behindBest());
    }

    private static double seconds(Outcome outcome) {
        return outcome.median(Contestant.AUTO.label(), Outcome::slotSeconds)
                - outcome.median(outcome.best(), Outcome::slotSeconds);
    }
}
