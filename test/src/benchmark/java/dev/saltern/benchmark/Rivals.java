/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Lets all contestants of a case run in turn.
 *
 * @param session what they run on
 * @param byProcessor whether tasks are measured by their processor time
 */
record Rivals(SparkSession session, boolean byProcessor) {

    Outcome race(Case step, Shape shape, Tables tables, int rounds) throws TimeoutException {
        Map<String, String> notes = new LinkedHashMap<>();
        Set<String> sameAsAuto = new LinkedHashSet<>();
        List<Contestant> running = check(step, shape, tables, notes, sameAsAuto);
        Map<String, List<SkewRun>> runs = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (Contestant contestant : running) {
                SkewRun run = run(contestant, step, tables);
                System.err.printf(
                        "%s, %s, round %d  %-28s %s%n", step.label(), shape.label(), round, contestant.label(), run);
                runs.computeIfAbsent(contestant.label(), label -> new ArrayList<>())
                        .add(run);
            }
        }
        return new Outcome(step, shape, runs, notes, sameAsAuto);
    }

    /** Runs each plan once and returns the contestants whose plans differ; fails if a result does. */
    private List<Contestant> check(
            Case step, Shape shape, Tables tables, Map<String, String> notes, Set<String> sameAsAuto) {
        Map<Contestant, Prepared> distinct = new LinkedHashMap<>();
        Row wanted = null;
        for (Contestant contestant : Contestant.of(step)) {
            Prepared prepared = contestant.prepare(step, tables);
            Contestant same = distinct.keySet().stream()
                    .filter(other -> distinct.get(other).isSameAs(prepared))
                    .findFirst()
                    .orElse(null);
            System.err.printf(
                    "%s, %s: %s: %s%n", step.label(), shape.label(), contestant.label(), prepared.reasons());
            boolean isTwin = same != null && !contestant.equals(Contestant.AUTO);
            notes.put(contestant.label(), isTwin ? "as " + same.label() : prepared.treatments());
            if (same != null && contestant.equals(Contestant.AUTO)) {
                sameAsAuto.add(same.label());
            }
            if (isTwin) {
                continue;
            }
            Row sum = prepared.run(() -> checksum(prepared.rows()));
            wanted = Objects.requireNonNullElse(wanted, sum);
            if (!sum.equals(wanted)) {
                throw new IllegalStateException("Cannot compare " + contestant.label() + " in " + step.label() + ", "
                        + shape.label() + ": it gives " + sum + " and AQE defaults give " + wanted);
            }
            distinct.put(contestant, prepared);
        }
        return List.copyOf(distinct.keySet());
    }

    private static Row checksum(Dataset<Row> rows) {
        return rows.select(xxhash64(col("*")).as("hash"))
                .agg(count(lit(1)), coalesce(sum("hash"), lit(0L)))
                .head();
    }

    private SkewRun run(Contestant contestant, Case step, Tables tables) throws TimeoutException {
        Trace trace = new Trace(byProcessor);
        SparkContext context = session.sparkContext();
        context.addSparkListener(trace);
        try {
            Measured measured = new Meter(session).measure(() -> {
                Prepared prepared = contestant.prepare(step, tables);
                prepared.run(() -> {
                    prepared.rows()
                            .write()
                            .format("noop")
                            .mode("overwrite")
                            .save();
                    return true;
                });
            });
            return new SkewRun(measured, trace.figures(new Schedule(SkewBenchmark.SLOTS)));
        } finally {
            context.removeSparkListener(trace);
        }
    }
}
