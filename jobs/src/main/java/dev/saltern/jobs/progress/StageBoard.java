/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.progress;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.Success$;
import org.apache.spark.TaskKilled;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import scala.collection.JavaConverters;

/** The stages that are under way and the sums over all stages, by what Spark tells its listeners. Thread-safe. */
final class StageBoard extends SparkListener {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Map<Integer, Stage> active = new LinkedHashMap<>();
    private long tasks;
    private long done;
    private long rows;

    /**
     * Sums over all stages so far.
     *
     * @param tasks tasks of the stages that began
     * @param done attempts that have ended
     * @param rows rows that were read from files
     */
    record Totals(long tasks, long done, long rows) {}

    /** Returns the stages that are under way, in the order in which they began. */
    synchronized List<StageView> active() {
        return active.entrySet().stream()
                .map(entry -> entry.getValue().view(entry.getKey()))
                .toList();
    }

    synchronized Totals totals() {
        return new Totals(tasks, done, rows);
    }

    @Override
    public synchronized void onStageSubmitted(SparkListenerStageSubmitted event) {
        int count = event.stageInfo().numTasks();
        tasks += count;
        active.put(event.stageInfo().stageId(), new Stage(Math.max(1, count)));
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd event) {
        TaskMetrics metrics = event.taskMetrics();
        Moved moved = metrics == null ? Moved.NOTHING : Moved.of(metrics);
        done++;
        rows += moved.inputRows();
        Stage stage = active.get(event.stageId());
        if (stage == null) {
            return;
        }
        stage.running.remove(event.taskInfo().taskId());
        if (event.reason() == Success$.MODULE$) {
            stage.done++;
            stage.moved = stage.moved.plus(moved);
        } else if (!(event.reason() instanceof TaskKilled)) {
            stage.failed++;
        }
    }

    @Override
    public synchronized void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate event) {
        for (var task : JavaConverters.seqAsJavaList(event.accumUpdates())) {
            Stage stage = task._2() instanceof Integer id ? active.get(id) : null;
            if (stage != null && task._1() instanceof Long id) {
                stage.running.put(id, Moved.of(task._4()));
            }
        }
    }

    @Override
    public synchronized void onStageCompleted(SparkListenerStageCompleted event) {
        active.remove(event.stageInfo().stageId());
    }

    /** A stage that is under way. */
    private static final class Stage {
        private final int tasks;
        private final long startedNanos = System.nanoTime();
        private final Map<Long, Moved> running = new HashMap<>();
        private Moved moved = Moved.NOTHING;
        private int done;
        private int failed;

        Stage(int tasks) {
            this.tasks = tasks;
        }

        StageView view(int id) {
            double seconds = (System.nanoTime() - startedNanos) / NANOS_PER_SECOND;
            Moved all = running.values().stream().reduce(moved, Moved::plus);
            return new StageView(id, tasks, Math.min(done, tasks), failed, all, seconds);
        }
    }
}
