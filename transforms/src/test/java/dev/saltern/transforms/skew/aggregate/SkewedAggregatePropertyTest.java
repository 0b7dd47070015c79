/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import static dev.saltern.transforms.Tables.row;
import static dev.saltern.transforms.Tables.table;
import static dev.saltern.transforms.skew.aggregate.Skewed.bitsOf;
import static dev.saltern.transforms.skew.aggregate.Skewed.limits;
import static dev.saltern.transforms.skew.aggregate.Skewed.measures;
import static dev.saltern.transforms.skew.aggregate.Skewed.spread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.transforms.Aggregate;
import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.Treated;
import dev.saltern.transforms.skew.Treatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

class SkewedAggregatePropertyTest {

    private static final String SCHEMA = "k DOUBLE, value DOUBLE, price DECIMAL(12, 2), n INT, day DATE, zero DOUBLE";

    private static final Aggregate AGGREGATE = new Aggregate(
            List.of("k"),
            measures(
                    "mean", "avg(n)",
                    "ends", "percentile(value, array(0.0, 0.5))",
                    "down", "percentile_cont(0.9) WITHIN GROUP (ORDER BY price DESC)",
                    "third", "percentile(n, 0.33)",
                    "days", "count(DISTINCT day)",
                    "zeros", "count(DISTINCT zero)",
                    "sum", "sum(DISTINCT n)",
                    "pairs", "count(DISTINCT day, zero)"));

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void sameBitsAsOneStage(
            @ForAll("rows") List<Row> rows, @ForAll("cells") long maxCells, @ForAll("hot") int hotAbove) {
        Dataset<Row> input = table(SCHEMA, rows.toArray(Row[]::new)).repartition(3);

        Treated treated = new SkewedAggregate(AGGREGATE, limits(maxCells))
                .apply(input, spread(input, hotAbove, "k"), SkewMode.force(Treatment.TWO_STAGE));

        assertThat(treated.receipt().treatment()).isEqualTo(Treatment.TWO_STAGE);
        assertThat(bitsOf(treated.rows())).isEqualTo(bitsOf(AGGREGATE.apply(input)));
    }

    @Provide
    Arbitrary<Long> cells() {
        return Arbitraries.of(3L, 1_000L);
    }

    @Provide
    Arbitrary<Integer> hot() {
        return Arbitraries.of(0, 8, 20);
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        // One of the two zeros in one table: with both at a rank, Spark's own sign follows its hash table.
        return Arbitraries.of(0.0, -0.0)
                .flatMap(zero -> Combinators.combine(
                                keys(),
                                values(zero),
                                prices(),
                                Arbitraries.integers().between(-40, 40).injectNull(0.1),
                                days(),
                                Arbitraries.of(0.0, -0.0, Double.NaN, 1.0).injectNull(0.2))
                        .as((key, value, price, number, day, either) -> row(key, value, price, number, day, either))
                        .list()
                        .ofMinSize(0)
                        .ofMaxSize(90));
    }

    private static Arbitrary<Double> keys() {
        return Arbitraries.frequency(
                        Tuple.of(12, 1.0),
                        Tuple.of(4, Double.NaN),
                        Tuple.of(2, 0.0),
                        Tuple.of(2, -0.0),
                        Tuple.of(1, 9.0))
                .injectNull(0.1);
    }

    private static Arbitrary<Double> values(double zero) {
        Arbitrary<Double> specials = Arbitraries.of(
                zero, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 0.1);
        Arbitrary<Double> any = Arbitraries.integers().between(1, 1 << 30).map(bits -> Math.sin(bits) * bits);
        return Arbitraries.frequencyOf(Tuple.of(1, specials), Tuple.of(3, any)).injectNull(0.1);
    }

    private static Arbitrary<BigDecimal> prices() {
        return Arbitraries.integers()
                .between(-90_000, 90_000)
                .map(cents -> BigDecimal.valueOf(cents, 2))
                .injectNull(0.1);
    }

    private static Arbitrary<java.sql.Date> days() {
        return Arbitraries.integers()
                .between(0, 9)
                .map(day -> java.sql.Date.valueOf(LocalDate.of(2026, 2, 25).plusDays(day)))
                .injectNull(0.2);
    }
}
