/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.util.HashMap;
import java.util.Map;

/** Tells when a process has settled: each kind of work costs about what it cost the time before. Not thread-safe. */
final class WarmUp {
    private static final double NEAR = 0.1;

    private final Map<String, Double> latest = new HashMap<>();
    private final Map<String, Boolean> near = new HashMap<>();

    /** Notes what a run of some work cost. */
    void ran(String work, double cpuSeconds) {
        Double before = latest.put(work, cpuSeconds);
        near.put(work, before != null && Math.abs(cpuSeconds / before - 1) < NEAR);
    }

    /** Returns whether the last run of each work differs from the one before by less than a tenth. */
    boolean isSettled() {
        return !near.isEmpty() && !near.containsValue(false);
    }
}
