/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.replay;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What was measured of a stage that ran.
 *
 * @param id the number of the stage
 * @param name what its job was called, or empty
 * @param waitsFor numbers of stages that end before it can start
 * @param gapSeconds how long the driver worked between the end of the last of these and its start
 * @param taskSeconds how long each task took, in the order in which they start
 */
public record StageRun(int id, String name, Set<Integer> waitsFor, double gapSeconds, List<Double> taskSeconds) {
    public StageRun {
        waitsFor = Set.copyOf(waitsFor);
        taskSeconds = List.copyOf(taskSeconds);
    }

    /** Returns the time of all tasks together. */
    public double taskSecondsTogether() {
        return taskSeconds.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Returns the time of the longest task; 0 if there is none. */
    public double longestTask() {
        return taskSeconds.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** Returns the same stage with its work cut into so many equal tasks. */
    StageRun even(int tasks) {
        return new StageRun(id, name, waitsFor, gapSeconds, Collections.nCopies(tasks, taskSecondsTogether() / tasks));
    }

    /** Returns the same stage with tasks that take so many times as long. */
    StageRun grown(double factor) {
        return new StageRun(
                id,
                name,
                waitsFor,
                gapSeconds,
                taskSeconds.stream().map(seconds -> seconds * factor).toList());
    }

    /** Returns {@code stage 23 (writing sensor_smooth)}. */
    @Override
    public String toString() {
        return "stage " + id + (name.isEmpty() ? "" : " (" + name + ")");
    }
}
