/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import dev.saltern.transforms.Aggregate;
import dev.saltern.transforms.Frame;
import dev.saltern.transforms.Join;
import dev.saltern.transforms.MovingAverage;
import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.Treatment;
import dev.saltern.transforms.skew.aggregate.SkewedAggregate;
import dev.saltern.transforms.skew.join.SkewedJoin;
import dev.saltern.transforms.skew.window.ChunkedAverage;
import dev.saltern.transforms.skew.window.ChunkedWindow;
import dev.saltern.transforms.skew.window.WindowFunction;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** A step over skewed keys. */
enum Case {
    INNER("inner join"),
    LEFT("left join"),
    FULL("full outer join"),
    /** The facts come in the partitions that the user asked for. */
    REPARTITIONED("join after a repartition"),
    GROUPED("join, then group by its key"),
    WINDOW_JOIN("moving average, then join"),
    PERCENTILE("percentile"),
    DISTINCTS("several distincts"),
    AVERAGE("moving average"),
    WINDOW("running sum");

    private static final List<String> KEY = List.of("key");
    private static final int FRAME_ROWS = 13;

    private final String label;

    Case(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    boolean isJoin() {
        return compareTo(WINDOW_JOIN) <= 0;
    }

    /** What can be forced upon the last step. */
    List<Treatment> treatments() {
        return switch (this) {
            case WINDOW_JOIN -> List.of(Treatment.ADAPTIVE, Treatment.BROADCAST, Treatment.SALT, Treatment.SPLIT);
            case PERCENTILE, DISTINCTS -> List.of(Treatment.TWO_STAGE);
            case AVERAGE, WINDOW -> List.of(Treatment.CHUNK);
            case INNER, LEFT, FULL, REPARTITIONED, GROUPED ->
                List.of(Treatment.BROADCAST, Treatment.SALT, Treatment.SPLIT);
        };
    }

    /**
     * Describes the step; the jobs that a treatment needs before are run here.
     *
     * @param mode who decides on the last step
     * @param before who decides on the step before it, if there is one
     */
    Prepared prepare(Tables tables, SkewMode mode, SkewMode before) {
        return switch (this) {
            case INNER -> join(Join.Type.INNER, tables, tables.facts(), mode);
            case LEFT -> join(Join.Type.LEFT, tables, tables.facts(), mode);
            case FULL -> join(Join.Type.FULL, tables, tables.facts(), mode);
            case REPARTITIONED -> join(Join.Type.INNER, tables, repartitioned(tables.facts()), mode);
            case GROUPED -> grouped(tables, mode);
            case WINDOW_JOIN -> {
                Prepared averaged = average(tables, before);
                yield averaged.then(join(Join.Type.INNER, tables, averaged.rows(), mode));
            }
            case PERCENTILE -> aggregate(Map.of("middle", "percentile(value, 0.5)"), tables, mode);
            case DISTINCTS ->
                aggregate(Map.of("items", "count(DISTINCT item)", "shops", "count(DISTINCT shop)"), tables, mode);
            case AVERAGE -> average(tables, mode);
            case WINDOW ->
                Prepared.of(new ChunkedWindow(KEY, "at", WindowFunction.runningSum("item"), "total")
                        .apply(tables.facts(), tables.factSpread(), mode));
        };
    }

    private static Dataset<Row> repartitioned(Dataset<Row> rows) {
        return rows.repartition(SkewBenchmark.SLOTS, functions.col("key"));
    }

    private static Prepared join(Join.Type type, Tables tables, Dataset<Row> left, SkewMode mode) {
        return Prepared.of(SkewedJoin.of(new Join(type, KEY), mode).apply(tables.left(left), tables.right()));
    }

    private static Prepared grouped(Tables tables, SkewMode mode) {
        Prepared joined = Prepared.of(SkewedJoin.of(new Join(Join.Type.INNER, KEY), mode)
                .beforeGrouping()
                .apply(tables.left(tables.facts()), tables.right()));
        return joined.withRows(joined.rows()
                .groupBy("key")
                .agg(
                        functions.sum("item").as("items"),
                        functions.max("value").as("most"),
                        functions.min("name").as("name")));
    }

    private static Prepared aggregate(Map<String, String> measures, Tables tables, SkewMode mode) {
        return Prepared.of(
                new SkewedAggregate(new Aggregate(KEY, measures)).apply(tables.facts(), tables.factSpread(), mode));
    }

    private static Prepared average(Tables tables, SkewMode mode) {
        MovingAverage average = new MovingAverage(KEY, "at", "value", Frame.rows(FRAME_ROWS), "smooth");
        return Prepared.of(new ChunkedAverage(average).apply(tables.facts(), tables.factSpread(), mode));
    }
}
