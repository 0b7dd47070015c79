/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.write;

import java.util.concurrent.TimeoutException;
import org.apache.spark.Success$;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** How many bytes of a shuffle the tasks that write rows to files take in. Thread-safe. */
final class ShuffledRows extends SparkListener {
    private static final long PATIENCE_MILLIS = 10_000;

    private long bytes;

    /**
     * Writes, and returns the bytes of the shuffle that the written rows came from, compressed; null if Spark did not tell in time. Other
     * writes of the same Spark at that moment are counted too.
     */
    static @Nullable Long during(SparkSession session, Runnable write) {
        ShuffledRows rows = new ShuffledRows();
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
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        TaskMetrics metrics = end.taskMetrics();
        // The tasks in front of the shuffle, and those that judge rules, write no rows.
        if (end.reason() == Success$.MODULE$
                && metrics != null
                && metrics.outputMetrics().recordsWritten() > 0) {
            bytes += metrics.shuffleReadMetrics().totalBytesRead();
        }
    }

    private synchronized long bytes() {
        return bytes;
    }
}
