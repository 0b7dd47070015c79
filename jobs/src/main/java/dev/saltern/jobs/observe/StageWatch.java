/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.observe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.TaskKilled;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** A stage while it goes on, and after it. Not thread-safe. */
final class StageWatch {
    private static final double MILLIS = 1000;
    private static final double NANOS = 1e9;
    /** Of more tasks the spread is that of the first ones: a run must not hold millions of numbers. */
    private static final int MAX_TIMES = 100_000;

    private final int stage;
    private final String description;
    private final long submittedMillis;
    private final List<Long> times = new ArrayList<>();
    private final Map<Long, Moved> running = new HashMap<>();
    private Moved moved = Moved.NOTHING;
    private long submittedNanos;
    private int planned;
    private int done;
    private boolean active;
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

    /** Notes that the stage begins, for the first time or again for a part that was lost. */
    void begins(int tasksNow) {
        submittedNanos = System.nanoTime();
        planned = Math.max(1, tasksNow);
        done = 0;
        active = true;
    }

    void completes() {
        active = false;
        running.clear();
    }

    boolean isActive() {
        return active;
    }

    /** Notes what a task has read that goes on. */
    void reads(long task, Moved soFar) {
        running.put(task, soFar);
    }

    void ended(SparkListenerTaskEnd end) {
        endedMillis = Math.max(endedMillis, end.taskInfo().finishTime());
        running.remove(end.taskInfo().taskId());
        if (end.taskMetrics() != null) {
            amounts = amounts.plus(Amounts.of(end.taskMetrics()));
        }
        if (!end.taskInfo().successful()) {
            // One that was killed had a twin that was faster, or nobody needs it any more.
            failed += end.reason() instanceof TaskKilled ? 0 : 1;
            return;
        }
        tasks++;
        done++;
        if (end.taskMetrics() != null) {
            moved = moved.plus(Moved.of(end.taskMetrics()));
        }
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

    ActiveStage now() {
        double seconds = (System.nanoTime() - submittedNanos) / NANOS;
        Moved all = running.values().stream().reduce(moved, Moved::plus);
        return new ActiveStage(stage, planned, Math.min(done, planned), failed, all, seconds);
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
