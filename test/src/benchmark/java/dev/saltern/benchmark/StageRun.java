/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import java.util.List;
import java.util.Set;

/**
 * What was measured of a stage that ran.
 *
 * @param id the number of the stage
 * @param waitsFor numbers of stages that end before it can start
 * @param taskSeconds how long each task took, in the order of their numbers
 */
record StageRun(int id, Set<Integer> waitsFor, List<Double> taskSeconds) {
    /** Copies the collections. */
    StageRun {
        waitsFor = Set.copyOf(waitsFor);
        taskSeconds = List.copyOf(taskSeconds);
    }

    double seconds() {
        return taskSeconds.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Returns how many times as long the longest task took as the middle one, of 1 ms at least. */
    double heaviestOverMedian() {
        double[] all = taskSeconds.stream().mapToDouble(Double::doubleValue).toArray();
        double longest =
                taskSeconds.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return all.length == 0 ? 1 : longest / Math.max(0.001, Median.of(all));
    }
}
