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

    DayPhases {
        seconds = new LinkedHashMap<>(seconds);
    }
}
