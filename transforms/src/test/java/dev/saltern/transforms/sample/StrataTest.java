/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.sample;

import static dev.saltern.transforms.Tables.row;
import static dev.saltern.transforms.Tables.table;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class StrataTest {

    private static final Map<String, Integer> SIZES = Map.of("a", 120, "b", 60, "c", 15, "", 5);

    /** Four strata, one of them NULL; the value is spread over 10, 1, 100 and 0, with one NaN and one NULL among them. */
    private static final Map<String, Integer> SPREADS = Map.of("a", 10, "b", 1, "c", 100, "", 0);

    private final Dataset<Row> rows = rows();

    @Test
    void proportionalFollowsTheSizes() {
        assertThat(drawn(40, Allocation.proportional())).isEqualTo(Map.of("a", 24L, "b", 12L, "c", 3L, "", 1L));
        // Shares of 13: 7.8, 3.9, 0.975 and 0.325.
        assertThat(drawn(13, Allocation.proportional())).isEqualTo(Map.of("a", 8L, "b", 4L, "c", 1L));
    }

    @Test
    void equalIsTheSameForAllWhoHaveThatMany() {
        assertThat(drawn(20, Allocation.equal())).isEqualTo(Map.of("", 5L, "a", 5L, "b", 5L, "c", 5L));
        assertThat(drawn(80, Allocation.equal())).isEqualTo(Map.of("", 5L, "a", 30L, "b", 30L, "c", 15L));
    }

    @Test
    void neymanFollowsSizeTimesSpread() {
        Map<String, Double> products = new TreeMap<>();
        SIZES.keySet().forEach(stratum -> products.put(stratum, SIZES.get(stratum) * deviation(values(stratum))));
        double total =
                products.values().stream().mapToDouble(Double::doubleValue).sum();
        int n = 26;
        Map<String, Long> expected = new TreeMap<>();
        products.forEach((stratum, product) -> expected.put(stratum, (long) Math.floor(n * product / total)));
        long rest = n - expected.values().stream().mapToLong(Long::longValue).sum();
        products.keySet().stream()
                .sorted((one, other) -> Double.compare(
                        n * products.get(other) / total - expected.get(other),
                        n * products.get(one) / total - expected.get(one)))
                .limit(rest)
                .forEach(stratum -> expected.merge(stratum, 1L, Long::sum));
        expected.values().removeIf(rowsOf -> rowsOf == 0);

        assertThat(drawn(n, Allocation.neyman("v"))).isEqualTo(expected);
        assertThat(expected.get("c")).isGreaterThan(expected.get("b"));
    }

    @Test
    void eachStratumIsASimpleRandomSampleOfItself() {
        Dataset<Row> sample =
                new Sample(SampleMethod.stratified(20, List.of("G"), Allocation.equal()), List.of("id"), 9).apply(rows);
        Dataset<Row> stratum = new Sample(SampleMethod.simpleRandom(5), List.of("id"), 9).apply(rows.where("g = 'a'"));

        assertThat(sample.where("g = 'a'").collectAsList().toString())
                .isEqualTo(stratum.collectAsList().toString());
    }

    @Test
    void strataWithManyColumnsAndMoreRowsThanSparkLimitsAheadOfTheShuffle() {
        Dataset<Row> many = rows.crossJoin(table("h DOUBLE", row(-0.0), row(0.0), row(Double.NaN), row((Object) null)));
        Map<String, Long> counts = counts(
                new Sample(SampleMethod.stratified(790, List.of("g", "h"), Allocation.proportional()), List.of(), 1)
                        .apply(many.union(many)),
                "concat(coalesce(g, ''), coalesce(h, ''))");

        // Of 1600 rows, the 480 of 0.0 and -0.0 are one stratum, and the 240 of NaN or NULL another.
        assertThat(counts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(790);
        assertThat(counts.get("a0.0") + counts.get("a-0.0")).isEqualTo(790 * 480 / 1600);
        assertThat(counts.get("aNaN")).isBetween(118L, 119L);
        assertThat(counts.get("a")).isBetween(118L, 119L);
    }

    private Map<String, Long> drawn(int n, Allocation allocation) {
        return counts(
                new Sample(SampleMethod.stratified(n, List.of("g"), allocation), List.of("id"), 3).apply(rows),
                "coalesce(g, '')");
    }

    private static Map<String, Long> counts(Dataset<Row> sample, String stratum) {
        Map<String, Long> counts = new TreeMap<>();
        sample.selectExpr(stratum + " AS s")
                .groupBy(col("s"))
                .count()
                .collectAsList()
                .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        return counts;
    }

    private static Dataset<Row> rows() {
        List<Row> rows = new ArrayList<>();
        SIZES.forEach((stratum, size) -> {
            List<Double> values = values(stratum);
            IntStream.range(0, size)
                    .forEach(index ->
                            rows.add(row(stratum + index, stratum.isEmpty() ? null : stratum, values.get(index))));
        });
        rows.set(
                IntStream.range(0, rows.size())
                        .filter(index -> "b0".equals(rows.get(index).get(0)))
                        .findFirst()
                        .orElseThrow(),
                row("b0", "b", Double.NaN));
        return table("id STRING, g STRING, v DOUBLE", rows.toArray(Row[]::new));
    }

    private static List<Double> values(String stratum) {
        return IntStream.range(0, SIZES.get(stratum))
                .mapToObj(index -> 1_000 + SPREADS.get(stratum) * Math.sin(index))
                .toList();
    }

    /** The textbook's standard deviation, with divisor n - 1. */
    private static double deviation(List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return Math.sqrt(
                values.stream().mapToDouble(value -> Math.pow(value - mean, 2)).sum() / (values.size() - 1));
    }
}
