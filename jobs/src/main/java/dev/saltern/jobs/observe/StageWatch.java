/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.observe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** A stage while it goes on. Not thread-safe. */
final class StageWatch {
    private static final double MILLIS = 1000;
    /** Of more tasks the spread is that of the first ones: a run must not hold millions of numbers. */
    private static final int MAX_TIMES = 100_000;

    private final int stage;
    private final String description;
    private final long submittedMillis;
    private final List<Long> times = new ArrayList<>();
    private long endedMillis;
    private long tasks;
    private int failed;
    private Amounts amounts = Amounts.NONE;

    StageWatch(int stage, String description, long submittedMillis) {
        this.stage = stage;
        this.description = description;
        this.submittedMillis = submittedMillis;
        this.endedMillis = submittedMillis;
    }

    void ended(SparkListenerTaskEnd end) {
        endedMillis = Math.max(endedMillis, end.taskInfo().finishTime());
        if (end.taskMetrics() != null) {
            amounts = amounts.plus(Amounts.of(end.taskMetrics()));
        }
        if (!end.taskInfo().successful()) {
            failed++;
            return;
        }
        tasks++;
        if (times.size() < MAX_TIMES) {
            times.add(end.taskInfo().duration());
        }
    }

    long tasks() {
        return tasks;
    }

    int failed() {
        return failed;
    }

    Amounts amounts() {
        return amounts;
    }

    StageTimes times(long runStartedMillis, Collection<Integer> waitsFor) {
        return new StageTimes(
                stage,
                description,
                (submittedMillis - runStartedMillis) / MILLIS,
                (endedMillis - submittedMillis) / MILLIS,
                waitsFor.stream().sorted().toList(),
                StageTimes.text(times));
    }

    StageLine line(long runStartedMillis) {
        return new StageLine(
                stage,
                description,
                (submittedMillis - runStartedMillis) / MILLIS,
                (endedMillis - submittedMillis) / MILLIS,
                TaskSpread.of(times),
                failed,
                amounts);
    }
}
