/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.observe;

/**
 * A stage of a run.
 *
 * @param stage Spark's number of it
 * @param description the description of its job: {@code writing sensor_daily}; empty where it has none
 * @param startSecond when it was submitted, in seconds since the run began
 * @param seconds until its last task ended
 * @param times how long its tasks took
 * @param failedTasks how many of them had to be done again
 * @param amounts what they took and moved
 */
public record StageLine(
        int stage,
        String description,
        double startSecond,
        double seconds,
        TaskSpread times,
        int failedTasks,
        Amounts amounts) {}
