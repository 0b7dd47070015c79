/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.write;

import dev.saltern.jobs.own.OwnStages;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.spark.Success$;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** How many bytes of a shuffle the tasks that write rows to files take in. Thread-safe. */
final class ShuffledRows extends SparkListener {
    private static final long PATIENCE_MILLIS = 10_000;

    private final OwnStages own;
    private final Set<Integer> stages = new HashSet<>();
    private long bytes;

    private ShuffledRows(OwnStages own) {
        this.own = own;
    }

    /**
     * Writes, and returns the bytes of the shuffle that the written rows came from, compressed; null if Spark did not tell in time. Writes
     * of other runs in the same Spark are not counted.
     */
    static @Nullable Long during(SparkSession session, Runnable write) {
        ShuffledRows rows = new ShuffledRows(OwnStages.of(session.sparkContext()));
        session.sparkContext().addSparkListener(rows);
        try {
            write.run();
            session.sparkContext().listenerBus().waitUntilEmpty(PATIENCE_MILLIS);
            return rows.bytes();
        } catch (TimeoutException e) {
            return null;
        } finally {
            session.sparkContext().removeSparkListener(rows);
        }
    }

    @Override
    public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
        if (own.include(submitted)) {
            stages.add(submitted.stageInfo().stageId());
        }
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        TaskMetrics metrics = end.taskMetrics();
        // The tasks in front of the shuffle, and those that judge rules, write no rows.
        if (end.reason() == Success$.MODULE$
                && stages.contains(end.stageId())
                && metrics != null
                && metrics.outputMetrics().recordsWritten() > 0) {
            bytes += metrics.shuffleReadMetrics().totalBytesRead();
        }
    }

    private synchronized long bytes() {
        return bytes;
    }
}
