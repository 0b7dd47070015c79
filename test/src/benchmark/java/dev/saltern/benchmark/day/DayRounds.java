/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.util.Map;

/** Rounds that nobody ran, for tests of what is made of them. */
final class DayRounds {
    static final long ROWS = 100;

    private DayRounds() {}

    static DayRound of(DayEntrant entrant, String sitting, int round, double wall, double cpu) {
        return of(entrant, sitting, round, wall, cpu, Map.of("publishing", wall / 100));
    }

    static DayRound of(
            DayEntrant entrant, String sitting, int round, double wall, double cpu, Map<String, Double> phases) {
        return new DayRound(entrant.label(), ROWS, sitting, round, wall, cpu, 1, 1, 1, new DayPhases(phases));
    }
}
