/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.jobs.own.OwnStages;
import dev.saltern.jobs.report.RunSetting;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.jspecify.annotations.Nullable;

/** What the tasks of a run took together: what they spilled to disk, shuffled, and held in memory at most. Thread-safe. */
final class TaskTotals extends SparkListener {
    private static final long PATIENCE_MILLIS = 10_000;

    private final Set<Integer> stages = new HashSet<>();
    private volatile @Nullable OwnStages own;
    private long spilledBytes;
    private long shuffledBytes;
    private long peakMemoryBytes;

    /** Counts while the work of a run is done, which other runs in the same Spark do not add to. */
    <T> T during(SparkContext spark, String run, Supplier<T> work) {
        return OwnStages.during(spark, run, () -> {
            own = OwnStages.of(spark);
            spark.addSparkListener(this);
            try {
                return work.get();
            } finally {
                spark.removeSparkListener(this);
            }
        });
    }

    /** Returns the setting of the run with what was counted; without, where Spark's queue lags behind. */
    RunSetting setting(SparkContext spark, @Nullable String launch, long inputBytes) {
        int cores = spark.defaultParallelism();
        try {
            spark.listenerBus().waitUntilEmpty(PATIENCE_MILLIS);
        } catch (TimeoutException e) {
            return new RunSetting(launch, inputBytes, cores, null, null, null);
        }
        synchronized (this) {
            return new RunSetting(launch, inputBytes, cores, spilledBytes, peakMemoryBytes, shuffledBytes);
        }
    }

    @Override
    public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
        OwnStages wanted = own;
        if (wanted != null && wanted.include(submitted)) {
            stages.add(submitted.stageInfo().stageId());
        }
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        TaskMetrics metrics = end.taskMetrics();
        // Tasks that failed or ran twice took their share of disk and memory too.
        if (metrics != null && stages.contains(end.stageId())) {
            spilledBytes += metrics.diskBytesSpilled();
            shuffledBytes += metrics.shuffleWriteMetrics().bytesWritten();
            peakMemoryBytes = Math.max(peakMemoryBytes, metrics.peakExecutionMemory());
        }
    }
}
