/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the time of a day went.
 *
 * @param seconds by phase, in their order
 */
record DayPhases(Map<String, Double> seconds) {
    /** Nothing is told. */
    static final DayPhases NONE = new DayPhases(Map.of());

    /** The phase that lies in others: what passes before Spark's first task. */
    static final String FIRST_TASK = "of it before the first task";

    DayPhases {
        seconds = new LinkedHashMap<>(seconds);
    }

    /** Returns the same behind another phase; nothing stays nothing. */
    DayPhases after(String phase, double took) {
        if (seconds.isEmpty()) {
            return this;
        }
        Map<String, Double> all = new LinkedHashMap<>();
        all.put(phase, took);
        all.putAll(seconds);
        all.computeIfPresent(FIRST_TASK, (name, before) -> before + took);
        return new DayPhases(all);
    }
}
