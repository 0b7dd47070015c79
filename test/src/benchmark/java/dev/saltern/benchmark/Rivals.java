/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import dev.saltern.submit.replay.Schedule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Lets all contestants of a case run in turn. Each run reduces its rows to a sum of hashes, which must be that of AQE defaults.
 *
 * @param session what they run on
 * @param byProcessor whether tasks are measured by their processor time
 * @param contestants which of them take part, by label
 */
record Rivals(SparkSession session, boolean byProcessor, Predicate<String> contestants) {

    /**
     * Runs a case on tables of so many rows in so many rounds, each of which begins with another contestant, after a round
     * on the tables that warm up, which is not counted.
     */
    Outcome race(Case step, Shape shape, Tables tables, Tables warmUp, long rows, int rounds) throws TimeoutException {
        Map<String, String> notes = new LinkedHashMap<>();
        Set<String> sameAsAuto = new LinkedHashSet<>();
        List<Contestant> running = new ArrayList<>(distinct(step, shape, warmUp, notes, sameAsAuto));
        for (Contestant contestant : running) {
            run(contestant, step, warmUp, new LinkedHashMap<>(), new LinkedHashMap<>());
        }
        Map<String, List<SkewRun>> runs = new LinkedHashMap<>();
        Map<String, Row> sums = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (Contestant contestant : running) {
                SkewRun run = run(contestant, step, tables, sums, notes);
                System.err.printf(
                        "%s, %s, round %d  %-28s %s%n", step.label(), shape.label(), round, contestant.label(), run);
                runs.computeIfAbsent(contestant.label(), label -> new ArrayList<>())
                        .add(run);
            }
            Collections.rotate(running, -1);
        }
        if (new HashSet<>(sums.values()).size() > 1) {
            throw new IllegalStateException("Cannot compare the contestants of " + step.label() + ", " + shape.label()
                    + ": their rows and sums of hashes are " + sums);
        }
        return new Outcome(step, shape, rows, byProcessor, runs, notes, sameAsAuto);
    }

    /** Returns the contestants whose plans differ, which fewer rows tell too; the automatic choice is always one of them. */
    private List<Contestant> distinct(
            Case step, Shape shape, Tables tables, Map<String, String> notes, Set<String> sameAsAuto) {
        Map<Contestant, Prepared> distinct = new LinkedHashMap<>();
        for (Contestant contestant : Contestant.of(step)) {
            if (!contestants.test(contestant.label())) {
                continue;
            }
            Prepared prepared = contestant.prepare(step, tables);
            Contestant same = distinct.keySet().stream()
                    .filter(other -> distinct.get(other).isSameAs(prepared))
                    .findFirst()
                    .orElse(null);
            System.err.printf("%s, %s: %s: %s%n", step.label(), shape.label(), contestant.label(), prepared.reasons());
            boolean isTwin = same != null && !contestant.equals(Contestant.AUTO);
            notes.put(contestant.label(), isTwin ? "as " + same.label() : prepared.treatments());
            if (same != null && contestant.equals(Contestant.AUTO)) {
                sameAsAuto.add(same.label());
            }
            if (!isTwin) {
                distinct.put(contestant, prepared);
            }
        }
        return List.copyOf(distinct.keySet());
    }

    private SkewRun run(
            Contestant contestant, Case step, Tables tables, Map<String, Row> sums, Map<String, String> notes)
            throws TimeoutException {
        Trace trace = new Trace(byProcessor);
        SparkContext context = session.sparkContext();
        context.addSparkListener(trace);
        try {
            Measured measured = new Meter(session).measure(() -> {
                Prepared prepared = contestant.prepare(step, tables);
                // Fewer rows, as of the round that warms up, may not be worth what these are.
                notes.put(contestant.label(), prepared.treatments());
                sums.put(contestant.label(), prepared.run(() -> checksum(prepared.rows())));
            });
            return new SkewRun(measured, trace.figures(new Schedule(SkewBenchmark.SLOTS)));
        } finally {
            context.removeSparkListener(trace);
        }
    }

    private static Row checksum(Dataset<Row> rows) {
        return rows.select(xxhash64(col("*")).as("hash"))
                .agg(count(lit(1)), coalesce(sum("hash"), lit(0L)))
                .head();
    }
}
