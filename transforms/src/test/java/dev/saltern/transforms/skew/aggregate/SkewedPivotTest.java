/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import static dev.saltern.transforms.Tables.assertSameRows;
import static dev.saltern.transforms.Tables.row;
import static dev.saltern.transforms.Tables.table;
import static dev.saltern.transforms.skew.aggregate.Skewed.bitsOf;
import static dev.saltern.transforms.skew.aggregate.Skewed.limits;
import static dev.saltern.transforms.skew.aggregate.Skewed.measures;
import static dev.saltern.transforms.skew.aggregate.Skewed.spread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.transforms.Pivot;
import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.Treated;
import dev.saltern.transforms.skew.Treatment;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SkewedPivotTest {

    private static final SkewMode FORCE = SkewMode.force(Treatment.TWO_STAGE);

    private final Dataset<Row> readings = table(
            "site STRING, quarter INT, value DOUBLE",
            row("a", 1, 1.0),
            row("a", 1, 2.0),
            row("a", 2, 4.0),
            row("a", 2, 4.0),
            row("a", 3, 9.0),
            row("b", 2, null),
            row(null, 1, 5.0),
            row(null, null, -0.0));

    @Test
    void cellsAreTakenInTwoStages() {
        Pivot pivot = new Pivot(
                List.of("site"), "quarter", List.of("1", "2"), measures("p50", "median(value)", "n", "count(*)"));

        Treated treated = new SkewedPivot(pivot, limits(100)).apply(readings, spread(readings, 2, "site"), FORCE);

        assertThat(treated.receipt().treatment()).isEqualTo(Treatment.TWO_STAGE);
        assertThat(treated.receipt().reason()).endsWith("the other groups are read apart");
        assertSameRows(
                table(
                        "site STRING, `1_p50` DOUBLE, `1_n` BIGINT, `2_p50` DOUBLE, `2_n` BIGINT",
                        row("a", 1.5, 2L, 4.0, 2L),
                        row("b", null, null, null, 1L),
                        row(null, 5.0, 1L, null, null)),
                treated.rows());
    }

    @Test
    void rangesAndDistinctsByGroupAndValue() {
        Pivot pivot = new Pivot(
                List.of("site"),
                "quarter",
                List.of("1", "2", "9"),
                measures("p", "percentile(value, 0.25)", "d", "count(DISTINCT value)"));

        Treated treated =
                new SkewedPivot(pivot, limits(1)).apply(readings, spread(readings, 0, "quarter", "site"), FORCE);

        assertThat(treated.receipt().reason()).contains("those around the wanted ranks are counted");
        assertThat(bitsOf(treated.rows())).isEqualTo(bitsOf(pivot.apply(readings)));
    }

    @Test
    void nothingIsDoneToSums() {
        Pivot pivot = new Pivot(List.of("site"), "quarter", List.of("1"), measures("sum", "sum(value)"));

        Treated treated = new SkewedPivot(pivot, limits(1)).apply(readings, spread(readings, 0, "site"), FORCE);

        assertThat(treated.receipt().treatment()).isEqualTo(Treatment.NONE);
        assertThat(treated.receipt().reason()).isEqualTo("every measure is combined before the shuffle: sum(value)");
        assertThat(bitsOf(treated.rows())).isEqualTo(bitsOf(pivot.apply(readings)));
    }
}
