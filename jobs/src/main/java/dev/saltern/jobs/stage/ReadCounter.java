/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.when;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.stage.read.RawColumns;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.util.QueryExecutionListener;
import scala.Option;

/** Counts the records that pass the scans of the one query that its session runs; exact, as the scan is in the stage of the result. */
final class ReadCounter implements QueryExecutionListener {
    /** Spark tells what a query counted through a queue that may lag behind. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String PREFIX = "saltern read ";

    private final CompletableFuture<Long> records = new CompletableFuture<>();
    private int frames;

    /** Returns the same rows, with their records counted as they pass. */
    Dataset<Row> counted(Dataset<Row> raw) {
        Column record = when(
                col(RawColumns.UNREADABLE).isNull().and(col(RawColumns.DRIFT).isNull()), 1);
        return raw.observe(PREFIX + frames++, count(record).as("records"));
    }

    /** Runs the session's only query and returns how many records it read. */
    long during(SparkSession session, Runnable query) {
        session.listenerManager().register(this);
        try {
            query.run();
            return records.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SalternException(ExitCode.INTERRUPTED, "Cannot count the records read: interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new SalternException(
                    ExitCode.INTERNAL, "Cannot count the records read: Spark did not tell within " + PATIENCE, e);
        } finally {
            session.listenerManager().unregister(this);
        }
    }

    @Override
    public void onSuccess(String action, QueryExecution execution, long durationNanos) {
        long sum = 0;
        for (int i = 0; i < frames; i++) {
            // A frame without files is optimised away together with its count.
            Option<Row> counted = execution.observedMetrics().get(PREFIX + i);
            sum += counted.isDefined() ? counted.get().getLong(0) : 0;
        }
        records.complete(sum);
    }

    @Override
    public void onFailure(String action, QueryExecution execution, Exception failure) {
        records.completeExceptionally(failure);
    }
}
