/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.observe;

import dev.saltern.jobs.own.OwnStages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.jspecify.annotations.Nullable;
import scala.collection.JavaConverters;

/**
 * Hears of stages and tasks, and adds up what they took: those of one run, which are remembered, or all that go on in a Spark, which are
 * forgotten when they are over. Thread-safe: Spark tells of them from a thread of its own.
 */
public final class StageObserver extends SparkListener {
    private static final String DESCRIPTION = "spark.job.description";
    private static final String HEAP = "JVMHeapMemory";

    private final long startedMillis;
    private final @Nullable OwnStages own;
    private final Map<Integer, StageWatch> stages = new TreeMap<>();
    private final StageOrder order = new StageOrder();
    private long peakHeapBytes;
    private Totals totals = new Totals(0, 0, 0);

    private StageObserver(Instant started, @Nullable OwnStages own) {
        this.startedMillis = started.toEpochMilli();
        this.own = own;
    }

    /** Returns one that hears of everything that goes on in a Spark from now on, until that is told to remove it as a listener. */
    public static StageObserver ofAll(SparkContext spark) {
        StageObserver observer = new StageObserver(Instant.now(), null);
        spark.addSparkListener(observer);
        return observer;
    }

    /**
     * Observes the work of the run that this thread works for.
     *
     * @param started when the run began
     * @param work is given the observer, and may ask it at its end
     */
    public static <T> T during(SparkContext spark, Instant started, Function<StageObserver, T> work) {
        StageObserver observer = new StageObserver(started, OwnStages.of(spark));
        spark.addSparkListener(observer);
        try {
            return work.apply(observer);
        } finally {
            spark.removeSparkListener(observer);
        }
    }

    @Override
    public synchronized void onJobStart(SparkListenerJobStart start) {
        // Nobody asks for the order of everything that goes on, and to remember it all would take ever more.
        if (own != null && own.include(start.properties())) {
            order.started(start);
        }
    }

    @Override
    public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
        if (own == null || own.include(submitted)) {
            if (own != null) {
                order.submitted(submitted);
            }
            Properties properties = submitted.properties();
            String description = properties == null ? "" : properties.getProperty(DESCRIPTION, "");
            scala.Option<Object> time = submitted.stageInfo().submissionTime();
            long millis = time.isDefined() ? (Long) time.get() : System.currentTimeMillis();
            // A stage that is done again for a lost part is one line.
            int tasks = submitted.stageInfo().numTasks();
            stages.computeIfAbsent(submitted.stageInfo().stageId(), stage -> new StageWatch(stage, description, millis))
                    .begins(tasks);
            totals = new Totals(totals.tasks() + tasks, totals.done(), totals.rows());
        }
    }

    @Override
    public synchronized void onStageCompleted(SparkListenerStageCompleted completed) {
        int id = completed.stageInfo().stageId();
        StageWatch stage = stages.get(id);
        if (stage != null) {
            stage.completes();
        }
        if (own == null) {
            stages.remove(id);
        } else if (completed.stageInfo().failureReason().isEmpty()) {
            order.ended(id);
        }
    }

    @Override
    public synchronized void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
        for (var task : JavaConverters.seqAsJavaList(update.accumUpdates())) {
            StageWatch stage = task._2() instanceof Integer id ? stages.get(id) : null;
            if (stage != null && stage.isActive() && task._1() instanceof Long id) {
                stage.reads(id, Moved.of(task._4()));
            }
        }
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        StageWatch stage = stages.get(end.stageId());
        if (stage != null) {
            stage.ended(end);
            long rows = end.taskMetrics() == null
                    ? 0
                    : end.taskMetrics().inputMetrics().recordsRead();
            totals = new Totals(totals.tasks(), totals.done() + 1, totals.rows() + rows);
            if (end.taskExecutorMetrics() != null) {
                peakHeapBytes =
                        Math.max(peakHeapBytes, end.taskExecutorMetrics().getMetricValue(HEAP));
            }
        }
    }

    /** Waits until Spark has told of what has ended, so long at most; returns whether it has. */
    public boolean settles(SparkContext spark, long patienceMillis) {
        try {
            spark.listenerBus().waitUntilEmpty(patienceMillis);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** Returns the stages that are under way, in the order of their numbers. */
    public synchronized List<ActiveStage> active() {
        return stages.values().stream()
                .filter(StageWatch::isActive)
                .map(StageWatch::now)
                .toList();
    }

    /** Returns the sums over all stages so far. */
    public synchronized Totals totals() {
        return totals;
    }

    /** Returns the stages so far, in the order in which they were submitted. */
    public synchronized List<StageLine> stages() {
        return stages.values().stream().map(stage -> stage.line(startedMillis)).toList();
    }

    /** Returns how long the tasks of each stage took, and what it waited for. */
    public synchronized List<StageTimes> times() {
        return stages.entrySet().stream()
                .map(stage -> stage.getValue().times(startedMillis, order.waitsFor(stage.getKey())))
                .toList();
    }

    /** Returns what all of them took. */
    public synchronized Resources resources() {
        return new Resources(
                stages.size(),
                stages.values().stream().mapToLong(StageWatch::tasks).sum(),
                stages.values().stream().mapToLong(StageWatch::failed).sum(),
                peakHeapBytes,
                stages.values().stream().map(StageWatch::amounts).reduce(Amounts.NONE, Amounts::plus));
    }
}
