/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import static dev.saltern.transforms.Tables.assertSameRows;
import static dev.saltern.transforms.Tables.row;
import static dev.saltern.transforms.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class PivotTest {

    private static final String READING = "`site.name` STRING, metric STRING, value DOUBLE, hour INT";

    private final Dataset<Row> readings = table(
            READING,
            row("a", "temp", 10.0, 9),
            row("a", "temp", 20.0, 10),
            row("a", "wind.x", 5.0, 10),
            row("b", "unlisted", 1.0, 9),
            row("b", null, 1.0, null),
            row(null, "temp", null, 9));

    private static Pivot mean(List<String> by, String... values) {
        return new Pivot(by, "metric", List.of(values), Map.of("mean", "avg(value)"));
    }

    @Test
    void oneAggregateNamesColumnsByValueAndLeavesUnlistedOut() {
        assertSameRows(
                table(
                        "`site.name` STRING, `wind.x` DOUBLE, temp DOUBLE, absent DOUBLE",
                        row("a", 5.0, 15.0, null),
                        row("b", null, null, null),
                        row(null, null, null, null)),
                mean(List.of("SITE.NAME"), "wind.x", "temp", "absent").apply(readings.repartition(7)));
    }

    @Test
    void severalAggregatesAddTheirNamesAndCountOfNothingIsNull() {
        Map<String, String> aggregates = new LinkedHashMap<>();
        aggregates.put("n", "count(*)");
        aggregates.put("hours", "sort_array(collect_set(hour))");
        Pivot pivot = new Pivot(List.of("site.name"), "metric", List.of("temp", "wind.x"), aggregates);

        assertSameRows(
                table(
                        "`site.name` STRING, temp_n BIGINT, temp_hours ARRAY<INT>, `wind.x_n` BIGINT,"
                                + " `wind.x_hours` ARRAY<INT>",
                        row("a", 2L, new Integer[] {9, 10}, 1L, new Integer[] {10}),
                        row("b", null, null, null, null),
                        row(null, 1L, new Integer[] {9}, null, null)),
                pivot.apply(readings));
    }

    @Test
    void numbersAreComparedByTheirText() {
        Pivot pivot = new Pivot(List.of(), "hour", List.of("9", "10"), Map.of("n", "count(value)"));

        assertSameRows(table("`9` BIGINT, `10` BIGINT", row(2L, 2L)), pivot.apply(readings));
    }

    @Test
    void emptyInputHasTheColumnsAndNoGroups() {
        Dataset<Row> empty = table(READING);

        assertSameRows(
                table("`site.name` STRING, temp DOUBLE"),
                mean(List.of("site.name"), "temp").apply(empty));
        assertSameRows(
                table("temp DOUBLE", row((Object) null)),
                mean(List.of(), "temp").apply(empty));
    }

    @Test
    void reportsWrongColumnsAndNamesTogether() {
        Pivot pivot = new Pivot(List.of("site", "metric"), "metric", List.of("x", "x"), Map.of("mean", "value"));

        assertThatThrownBy(() -> pivot.apply(readings))
                .isInstanceOfSatisfying(InvalidTransformException.class, exception -> {
                    assertThat(exception.problems()).hasSize(4);
                    assertThat(exception.problems().get(0))
                            .isEqualTo(
                                    "Cannot pivot: column 'site' is not on the input (it has: site.name, metric, value, hour)");
                    assertThat(exception.problems().get(1))
                            .isEqualTo("Cannot pivot: column 'metric' cannot be both in by and in on");
                    assertThat(exception.problems().get(2))
                            .contains("column 'x' would be in the output more than once");
                    assertThat(exception.problems().get(3)).contains("measure 'mean'", "value");
                });
    }

    @Test
    void discoversSortedValuesWithoutNull() {
        assertThat(Pivot.discover(readings, "metric", 3)).containsExactly("temp", "unlisted", "wind.x");
        assertThat(Pivot.discover(readings, "hour", 2)).containsExactly("9", "10");
        assertThat(Pivot.discover(table(READING), "hour", 2)).isEmpty();
    }

    @Test
    void refusesMoreValuesThanTheLimit() {
        assertThatThrownBy(() -> Pivot.discover(readings, "metric", 1))
                .hasMessage("Cannot pivot: column 'metric' has 3 distinct values, more than 1."
                        + " List the values to keep, or raise the limit");
        assertThatThrownBy(() -> Pivot.discover(readings, "metrc", 1))
                .hasMessage("Cannot pivot: column 'metrc' is not on the input (nearest: metric)");
    }
}
