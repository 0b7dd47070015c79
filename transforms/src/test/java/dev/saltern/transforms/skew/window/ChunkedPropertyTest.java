/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import static dev.saltern.transforms.Tables.row;
import static dev.saltern.transforms.Tables.sql;
import static dev.saltern.transforms.Tables.table;
import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.transforms.Frame;
import dev.saltern.transforms.MovingAverage;
import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.Slots;
import dev.saltern.transforms.skew.Treated;
import dev.saltern.transforms.skew.Treatment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

class ChunkedPropertyTest {

    /** Whole rows in the order of the schema, zeros by their sign at last. */
    private static final String TIES =
            "k, t, v, n, m, d, ts, x, v = 0 AND CAST(v AS STRING) = '0.0', x = 0 AND CAST(x AS STRING) = '0.0'";

    private static final SkewMode FORCED = SkewMode.force(Treatment.CHUNK);

    /** Windows as people write them, and the same in chunks; ties are put in the order of whole rows. */
    private static final Map<String, ChunkedWindow> WINDOWS = windows();

    private static Map<String, ChunkedWindow> windows() {
        Map<String, ChunkedWindow> windows = new LinkedHashMap<>();
        windows.put("row_number() OVER (PARTITION BY k ORDER BY x, %s)", window("x", WindowFunction.rowNumber()));
        windows.put("rank() OVER (PARTITION BY k ORDER BY x)", window("x", WindowFunction.rank()));
        windows.put("dense_rank() OVER (PARTITION BY k ORDER BY x)", window("x", WindowFunction.denseRank()));
        windows.put(
                "sum(n) OVER (PARTITION BY k ORDER BY t, %s ROWS UNBOUNDED PRECEDING)",
                window("t", WindowFunction.runningSum("n")));
        windows.put(
                "sum(m) OVER (PARTITION BY k ORDER BY ts, %s ROWS UNBOUNDED PRECEDING)",
                window("ts", WindowFunction.runningSum("m")));
        windows.put("lag(v, 3) OVER (PARTITION BY k ORDER BY d, %s)", window("d", WindowFunction.lag("v", 3)));
        windows.put("lead(v, 2) OVER (PARTITION BY k ORDER BY x, %s)", window("x", WindowFunction.lead("v", 2)));
        windows.put(
                "avg(v) OVER (PARTITION BY k ORDER BY ts, %s ROWS BETWEEN 4 PRECEDING AND 1 FOLLOWING)",
                window("ts", WindowFunction.overRows(FrameMeasure.AVG, "v", 4, 1)));
        windows.put(
                "sum(v) OVER (PARTITION BY k ORDER BY x, %s ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)",
                window("x", WindowFunction.overRows(FrameMeasure.SUM, "v", 2, 0)));
        windows.put(
                "count(v) OVER (PARTITION BY k ORDER BY t RANGE BETWEEN 3 PRECEDING AND 2 FOLLOWING)",
                window("t", WindowFunction.overRange(FrameMeasure.COUNT, "v", 3, 2)));
        windows.put(
                "min(v) OVER (PARTITION BY k ORDER BY ts RANGE BETWEEN INTERVAL 1 HOUR PRECEDING AND CURRENT ROW)",
                window("ts", WindowFunction.overRange(FrameMeasure.MIN, "v", 3_600_000_000L, 0)));
        windows.put(
                "max(v) OVER (PARTITION BY k ORDER BY d RANGE BETWEEN CURRENT ROW AND 2 FOLLOWING)",
                window("d", WindowFunction.overRange(FrameMeasure.MAX, "v", 0, 2 * 86_400_000_000L)));
        return windows;
    }

    private static ChunkedWindow window(String order, WindowFunction function) {
        return new ChunkedWindow(List.of("k"), order, function, "w");
    }

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void everyFunctionGivesTheSameBitsInChunks(
            @ForAll("rows") List<Row> rows, @ForAll @IntRange(min = 2, max = 60) int partitions) {
        Dataset<Row> table = series(rows);
        table.createOrReplaceTempView("chunked_series");
        KeySpread spread = Spreads.of(table, "k");
        WINDOWS.forEach((text, window) -> {
            Dataset<Row> plain = sql("SELECT *, " + text.formatted(TIES) + " AS w FROM chunked_series");
            Dataset<Row> whole = window.apply(table, spread, SkewMode.off()).rows();
            Treated chunked = window.apply(table, spread, FORCED, new Slots(2, partitions));

            assertThat(chunked.receipt().treatment()).as(text).isEqualTo(Treatment.CHUNK);
            assertThat(chunked.rows().schema()).as(text).isEqualTo(whole.schema());
            assertThat(Spreads.bits(chunked.rows())).as(text).isEqualTo(Spreads.bits(whole));
            assertThat(Spreads.bits(signless(whole, text))).as(text).isEqualTo(Spreads.bits(signless(plain, text)));
        });
    }

    /** Spark takes the first of two equal zeros for the least, and a frame by value leaves open which comes first. */
    private static Dataset<Row> signless(Dataset<Row> rows, String text) {
        return text.startsWith("min(") || text.startsWith("max(") ? rows.withColumn("w", expr("w + 0.0D")) : rows;
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void movingAverageIsTheSameToTheBitInChunks(
            @ForAll("rows") List<Row> rows,
            @ForAll("frames") Tuple.Tuple2<String, String> frame,
            @ForAll @IntRange(min = 2, max = 60) int partitions) {
        Dataset<Row> table = series(rows);
        MovingAverage average = new MovingAverage(List.of("k"), frame.get1(), "v", Frame.parse(frame.get2()), "mean");
        Treated chunked =
                new ChunkedAverage(average).apply(table, Spreads.of(table, "k"), FORCED, new Slots(2, partitions));
        Dataset<Row> plain = average.apply(table);

        assertThat(chunked.receipt().treatment()).isEqualTo(Treatment.CHUNK);
        assertThat(chunked.rows().schema()).isEqualTo(plain.schema());
        assertThat(Spreads.bits(chunked.rows())).isEqualTo(Spreads.bits(plain));
    }

    /** Each order type from one number; as a double its last is NaN and its first are zeros of either sign. */
    private static Dataset<Row> series(List<Row> rows) {
        return table("k STRING, t INT, v DOUBLE, n BIGINT, m DECIMAL(5,2)", rows.toArray(Row[]::new))
                .selectExpr(
                        "*",
                        "date_add(DATE '2024-03-25', t) AS d",
                        "timestamp_seconds(1711843200 + t * 1800) AS ts",
                        "IF(t = 15, double('NaN'), IF(t < 2, IF(n > 0, -0.0D, 0.0D), t / 3D)) AS x");
    }

    @Provide
    Arbitrary<Tuple.Tuple2<String, String>> frames() {
        return Arbitraries.of(
                Tuple.of("t", "3 rows"),
                Tuple.of("x", "5 rows"),
                Tuple.of("d", "2 rows"),
                Tuple.of("ts", "4 rows"),
                Tuple.of("ts", "2h"),
                Tuple.of("ts", "30m"),
                Tuple.of("d", "3d"));
    }

    /** Most rows are of one series; at least four of them have distinct orders, so that there is something to cut. */
    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<String> keys = Arbitraries.frequency(
                        Tuple.of(16, "a"), Tuple.of(5, "b"), Tuple.of(2, "c"), Tuple.of(1, "d"))
                .injectNull(0.1);
        Arbitrary<Integer> times = Arbitraries.integers().between(0, 15).injectNull(0.1);
        Arbitrary<Double> values = Arbitraries.of(0.1, 1e16, -1e16, 0.7, 3.0, 0.0, -0.0, Double.NaN, 1e-3)
                .injectNull(0.15);
        Arbitrary<Long> whole =
                Arbitraries.of(1L, -7L, 40L, Long.MAX_VALUE, Long.MIN_VALUE).injectNull(0.2);
        return Combinators.combine(keys, times, values, whole)
                .as((key, time, value, number) ->
                        row(key, time, value, number, number == null ? null : new BigDecimal("3.25")))
                .list()
                .ofMinSize(20)
                .ofMaxSize(80)
                .map(rows -> {
                    List<Row> all = new ArrayList<>(rows);
                    for (int t = 2; t < 10; t++) {
                        all.add(row("a", t, 0.1 * t, (long) t, null));
                    }
                    return all;
                });
    }
}
