/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import static dev.saltern.transforms.Tables.assertSameRows;
import static dev.saltern.transforms.Tables.row;
import static dev.saltern.transforms.Tables.sql;
import static dev.saltern.transforms.Tables.table;
import static dev.saltern.transforms.skew.aggregate.Skewed.bitsOf;
import static dev.saltern.transforms.skew.aggregate.Skewed.limits;
import static dev.saltern.transforms.skew.aggregate.Skewed.measures;
import static dev.saltern.transforms.skew.aggregate.Skewed.spread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.transforms.Aggregate;
import dev.saltern.transforms.internal.Spark;
import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.Treated;
import dev.saltern.transforms.skew.Treatment;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SkewedAggregateTest {

    private static final SkewMode FORCE = SkewMode.force(Treatment.TWO_STAGE);

    private final Dataset<Row> readings = table(
            "site STRING, value DOUBLE, unit STRING, day INT",
            row("a", 1.0, "C", 1),
            row("a", 2.0, "C", 2),
            row("a", 4.0, "F", 2),
            row("a", Double.NaN, "F", 3),
            row("a", null, null, 3),
            row("b", -0.0, "K", null),
            row(null, Double.NEGATIVE_INFINITY, "C", 9),
            row(null, Double.POSITIVE_INFINITY, "C", 9));

    private static Aggregate bySite(String... namesAndExpressions) {
        return new Aggregate(List.of("site"), measures(namesAndExpressions));
    }

    private Treated forced(Aggregate aggregate) {
        return new SkewedAggregate(aggregate, limits(100)).apply(readings, spread(readings, 0, "site"), FORCE);
    }

    @Test
    void allMeasuresOfOneStepInTheirOrder() {
        Treated treated = forced(bySite(
                "mean",
                "avg(day)",
                "p50",
                "percentile(value, 0.5)",
                "units",
                "count(DISTINCT unit)",
                "days",
                "count(DISTINCT day)",
                "unit",
                "mode(unit)"));

        assertThat(treated.receipt().treatment()).isEqualTo(Treatment.TWO_STAGE);
        assertSameRows(
                table(
                        "site STRING, mean DOUBLE, p50 DOUBLE, units BIGINT, days BIGINT, unit STRING",
                        row("a", 2.2, 3.0, 2L, 3L, "C"),
                        row("b", null, -0.0, 1L, 0L, "K"),
                        row(null, 9.0, Double.NaN, 1L, 1L, "C")),
                treated.rows());
    }

    @Test
    void schemaIsThatOfSparkDownToNotNull() {
        Aggregate aggregate = bySite(
                "n",
                "count(*)",
                "p",
                "percentile(value, array(0.1, 0.9))",
                "d",
                "count(DISTINCT unit)",
                "m",
                "mode(day)");

        assertThat(forced(aggregate).rows().schema())
                .isEqualTo(aggregate.apply(readings).schema());
    }

    @Test
    void everyFormOfPercentileEqualsSparksToTheBit() {
        Aggregate aggregate = bySite(
                "median", "median(value)",
                "array", "percentile(value, array(0.0, 0.1, 0.25, 0.5, 0.9, 1.0))",
                "down", "percentile_cont(0.3) WITHIN GROUP (ORDER BY value DESC)",
                "int", "percentile(day, 0.37)",
                "decimal", "percentile(CAST(value AS DECIMAL(20, 3)), 0.37)",
                "float", "percentile(CAST(value AS FLOAT), 0.0)",
                "filtered", "percentile(value, 0.5) FILTER (WHERE unit = 'C')",
                "formula", "round(median(day) - avg(day), 3) + length(site)");
        Dataset<Row> rows = readings.where("value IS NULL OR abs(value) < 1e9");

        assertThat(bitsOf(new SkewedAggregate(aggregate, limits(100))
                        .apply(rows, spread(rows, 0, "site"), FORCE)
                        .rows()))
                .isEqualTo(bitsOf(aggregate.apply(rows)));
    }

    @Test
    void rangesAroundTheRanksGiveSparksBits() {
        Dataset<Row> many = sql("SELECT IF(id < 3000, 'hot', CAST(id % 7 AS STRING)) AS site,"
                + " CASE WHEN id % 97 = 0 THEN CAST('NaN' AS DOUBLE) WHEN id % 101 = 0 THEN -1 / 0D"
                + " ELSE sin(id) * 1e3 END AS value, CAST(id * 7919 % 3001 AS DECIMAL(10, 2)) AS price"
                + " FROM range(4000)");
        Aggregate aggregate = bySite(
                "p", "percentile(value, array(0.0, 0.001, 0.5, 0.995, 1.0))",
                "down", "percentile_cont(0.25) WITHIN GROUP (ORDER BY value DESC)",
                "price", "median(price)",
                "n", "count(value)");

        Treated treated = new SkewedAggregate(aggregate, limits(50)).apply(many, spread(many, 1000, "site"), FORCE);

        assertThat(treated.receipt().reason()).contains("distinct values of value, and those around the wanted ranks");
        assertThat(Spark.execution(treated.rows()).optimizedPlan().toString()).contains("bound0");
        assertThat(bitsOf(treated.rows())).isEqualTo(bitsOf(aggregate.apply(many)));
    }

    @Test
    void onlyHotGroupsAreTakenSoIfTheyAreKnown() {
        Aggregate aggregate = bySite("p50", "percentile(value, 0.5)");

        Treated treated =
                new SkewedAggregate(aggregate, limits(100)).apply(readings, spread(readings, 2, "site"), FORCE);

        assertThat(treated.receipt().reason()).endsWith("the other groups are read apart");
        assertThat(bitsOf(treated.rows())).isEqualTo(bitsOf(aggregate.apply(readings)));
    }

    @Test
    void leastOfSeveralModes() {
        assertSameRows(
                table("unit STRING, day INT", row("C", 2)),
                new SkewedAggregate(new Aggregate(List.of(), measures("unit", "mode(unit)", "day", "mode(day)")))
                        .apply(readings.where("site = 'a'"), null, FORCE)
                        .rows());
    }

    @Test
    void withoutGroupsThereIsOneRowEvenOfNothing() {
        Aggregate aggregate = new Aggregate(
                List.of(),
                measures("n", "count(*)", "p", "median(value)", "u", "count(DISTINCT unit)", "d", "sum(DISTINCT day)"));
        Dataset<Row> nothing = readings.where("day > 99");

        assertThat(bitsOf(new SkewedAggregate(aggregate)
                        .apply(nothing, null, FORCE)
                        .rows()))
                .isEqualTo(bitsOf(aggregate.apply(nothing)))
                .hasSize(1);
        assertThat(bitsOf(new SkewedAggregate(aggregate, limits(2))
                        .apply(readings, null, FORCE)
                        .rows()))
                .isEqualTo(bitsOf(aggregate.apply(readings)));
    }

    @Test
    void collectedValuesAreDeclinedAndStillThere() {
        Treated treated = forced(bySite("p", "median(day)", "all", "collect_list(day)"));

        assertThat(treated.receipt().declined())
                .containsExactly(
                        "collect_list(day) has all values of a group in its result, which no second stage makes"
                                + " smaller. Cap the values first, or collect by group and chunk");
        assertThat(treated.rows().where("site = 'b'").first())
                .isEqualTo(row("b", null, scala.collection.immutable.Nil$.MODULE$));
    }

    @Test
    void keysOfOtherColumnsAreDeclined() {
        Treated treated = new SkewedAggregate(bySite("p", "median(day)"))
                .apply(readings, spread(readings, 0, "unit"), SkewMode.auto());

        assertThat(treated.receipt().treatment()).isEqualTo(Treatment.NONE);
        assertThat(treated.receipt().reason()).isEqualTo("it is not known which groups are hot");
        assertThat(treated.receipt().declined()).containsExactly("hot keys of [unit] say nothing of groups by [site]");
    }

    @Test
    void rankOutsideOfItsRangeFailsTheQuery() {
        Aggregate aggregate = new Aggregate(List.of(), Map.of("p", "median(id)"));
        Dataset<Row> numbers = sql("SELECT id FROM range(1000)");
        AggregateNode node = AggregateNode.topmost(aggregate.apply(numbers));
        Holistic median = MeasureCalls.of(node.outputs()).holistic().get(0);
        BracketedValues wrong = new BracketedValues(
                0, median.values().get(0), List.of(median), table("bound0 DOUBLE, bound1 DOUBLE", row(1.0, 2.0)), 2);
        Branches branches = new Branches(List.of(wrong), Map.of(median.call().canonicalized(), wrong), List.of());

        assertThatThrownBy(() -> new TwoStages(node, branches).of(numbers).collectAsList())
                .hasStackTraceContaining("a hot group had other values when they were read again");
    }
}
