/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.when;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.stage.read.RawColumns;
import dev.saltern.transforms.internal.Spark;
import dev.saltern.transforms.skew.Slots;
import dev.saltern.transforms.skew.detect.KeySketch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.QueryExecutionListener;
import scala.Option;

/**
 * Counts the records that pass the scans of the one query that its session runs, and sketches the keys of the rows that it keeps; exact, as
 * all of it is in the stage of the result.
 */
final class ReadCounter implements QueryExecutionListener {
    /** Spark tells what a query counted through a queue that may lag behind. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String PREFIX = "saltern read ";
    private static final String KEYS = "saltern keys";

    private final CompletableFuture<Long> records = new CompletableFuture<>();
    private List<List<String>> keySets = List.of();
    private volatile Map<List<String>, KeySketch> sketches = Map.of();
    private int frames;

    /**
     * Returns the staged rows of a frame, with its records counted as they pass: where they are read, for a rule that looks into another
     * table may lose or double some. Where each row comes out as one row they are counted behind that: a counter asks for whole rows, and
     * nearly all texts of records are cut off on the way.
     */
    Dataset<Row> staged(RawFrame frame, StagedRows staging) {
        Dataset<Row> staged = staging.of(frame);
        if (!passesEachRow(Spark.execution(staged).analyzed())) {
            return staging.of(new RawFrame(counted(frame.rows()), frame.original()));
        }
        Column verdict = col(Verdict.COLUMN);
        return observed(
                staged,
                verdict.isNull()
                        .or(Verdict.UNREADABLE.isOf().or(Verdict.DRIFT.isOf()).unary_$bang()));
    }

    private static boolean passesEachRow(LogicalPlan plan) {
        return plan.children().isEmpty() || (plan instanceof Project project && passesEachRow(project.child()));
    }

    /** Returns the same rows, with their records counted as they pass. */
    Dataset<Row> counted(Dataset<Row> raw) {
        return observed(
                raw,
                col(RawColumns.UNREADABLE).isNull().and(col(RawColumns.DRIFT).isNull()));
    }

    private Dataset<Row> observed(Dataset<Row> rows, Column isRecord) {
        return rows.observe(PREFIX + frames++, count(when(isRecord, 1)).as("records"));
    }

    /**
     * Returns the same rows, with the keys of the kept ones sketched as they pass.
     *
     * @param staged the rows to write, with their verdicts
     * @param wanted lists of key columns
     * @param schema of the staged columns
     */
    Dataset<Row> sketched(Dataset<Row> staged, List<List<String>> wanted, StructType schema) {
        keySets = wanted;
        if (wanted.isEmpty()) {
            return staged;
        }
        Slots slots = Slots.of(staged.sparkSession());
        List<Column> columns = new ArrayList<>();
        for (List<String> keys : wanted) {
            columns.add(KeySketch.column(keys, schema, slots, Verdict.isKept()).as(KEYS + columns.size()));
        }
        return staged.observe(
                KEYS, columns.get(0), columns.subList(1, columns.size()).toArray(Column[]::new));
    }

    /** Returns the sketch of each list of keys, once the query is done. */
    Map<List<String>, KeySketch> sketches() {
        return sketches;
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
        sketches = sketches(execution.observedMetrics().get(KEYS));
        records.complete(sum);
    }

    private Map<List<String>, KeySketch> sketches(Option<Row> observed) {
        Map<List<String>, KeySketch> found = new HashMap<>();
        for (int i = 0; i < keySets.size(); i++) {
            found.put(
                    keySets.get(i),
                    observed.isDefined() ? KeySketch.of(observed.get().<byte[]>getAs(i)) : KeySketch.EMPTY);
        }
        return Map.copyOf(found);
    }

    @Override
    public void onFailure(String action, QueryExecution execution, Exception failure) {
        records.completeExceptionally(failure);
    }
}
