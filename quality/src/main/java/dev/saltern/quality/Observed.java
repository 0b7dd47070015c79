/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.util.QueryExecutionListener;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates that ride in the job that writes the rows, so that nothing is read again for them.
 *
 * <p>Put it directly above the writer, after the last exchange: a stage that writes counts each task once, whatever is retried,
 * while one that shuffles would count a task again that it runs again. Spark evaluates them row by row, outside of generated
 * code, so they pay for few aggregates only.
 */
public final class Observed implements AutoCloseable {
    private static final Duration MAX_WAIT = Duration.ofMinutes(1);

    private final Dataset<Row> rows;
    private final Counting counting;
    private final String name;
    private final Listener listener;

    private Observed(Dataset<Row> rows, Counting counting, String name) {
        this.counting = counting;
        this.name = name;
        this.listener = new Listener(name);
        List<Column> columns = counting.columns();
        this.rows = rows.observe(
                name, columns.get(0), columns.subList(1, columns.size()).toArray(Column[]::new));
        rows.sparkSession().listenerManager().register(listener);
    }

    /** Adds counters for the checks to the frame; the name must be unique in the session. */
    static Observed of(Dataset<Row> rows, List<Check.Scanned> checks, String name) {
        return new Observed(rows, new Counting(checks), name);
    }

    /** Returns the same rows, counted as they are written. */
    public Dataset<Row> rows() {
        return rows;
    }

    /** Puts what was counted for each rule; returns false, with nothing put, when no write has ended
     * or its end was not told within a minute. */
    boolean read(Map<Check, Judged> judged) {
        try {
            rows.sparkSession().sparkContext().listenerBus().waitUntilEmpty(MAX_WAIT.toMillis());
        } catch (TimeoutException e) {
            return false;
        }
        Optional<Row> metrics = Optional.ofNullable(listener.metrics);
        metrics.ifPresent(row ->
                counting.read(row).forEach((check, tally) -> judged.put(check, new Judged(tally, ProvenBy.WRITE))));
        return metrics.isPresent();
    }

    /** Stops listening. */
    @Override
    public void close() {
        rows.sparkSession().listenerManager().unregister(listener);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Takes the metrics of a query that succeeded; those of one that failed count a part of the rows. */
    private static final class Listener implements QueryExecutionListener {
        private final String name;
        private volatile @Nullable Row metrics;

        Listener(String name) {
            this.name = name;
        }

        @Override
        public void onSuccess(String function, QueryExecution query, long nanos) {
            scala.Option<Row> found = query.observedMetrics().get(name);
            if (found.isDefined()) {
                metrics = found.get();
            }
        }

        @Override
        public void onFailure(String function, QueryExecution query, Exception failure) {
            metrics = null;
        }
    }
}
