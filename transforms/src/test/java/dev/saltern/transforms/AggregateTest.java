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

class AggregateTest {

    private static final String READING = "`site.name` STRING, day INT, value DOUBLE";

    private final Dataset<Row> readings =
            table(READING, row("a", 1, 1.0), row("a", 1, 3.0), row("a", 2, null), row(null, 1, 5.0), row(null, 1, 7.0));

    private static Map<String, String> measures(String... namesAndExpressions) {
        Map<String, String> measures = new LinkedHashMap<>();
        for (int index = 0; index < namesAndExpressions.length; index += 2) {
            measures.put(namesAndExpressions[index], namesAndExpressions[index + 1]);
        }
        return measures;
    }

    @Test
    void groupsThenMeasuresInOrderAndNullIsAGroup() {
        Aggregate aggregate = new Aggregate(
                List.of("SITE.name", "day"),
                measures("z mean", "avg(value)", "n", "count(*)", "spread", "max(value) - min(value)"));

        assertSameRows(
                table(
                        "`site.name` STRING, day INT, `z mean` DOUBLE, n BIGINT, spread DOUBLE",
                        row("a", 1, 2.0, 2L, 2.0),
                        row("a", 2, null, 1L, null),
                        row(null, 1, 6.0, 2L, 2.0)),
                aggregate.apply(readings.repartition(7)));
    }

    @Test
    void withoutGroupsThereIsOneRowEvenOfNothing() {
        Aggregate aggregate = new Aggregate(List.of(), measures("n", "count(*)", "sum", "sum(value)"));

        assertSameRows(table("n BIGINT, sum DOUBLE", row(5L, 16.0)), aggregate.apply(readings));
        assertSameRows(table("n BIGINT, sum DOUBLE", row(0L, null)), aggregate.apply(table(READING)));
    }

    @Test
    void groupsOfNothingAreNoRows() {
        Aggregate aggregate = new Aggregate(List.of("day"), measures("n", "count(*)"));

        assertSameRows(table("day INT, n BIGINT"), aggregate.apply(table(READING)));
    }

    @Test
    void reportsAllWrongColumnsAndExpressionsTogether() {
        Aggregate aggregate = new Aggregate(
                List.of("dya"),
                measures(
                        "plain",
                        "value",
                        "constant",
                        "1 + 1",
                        "typo",
                        "avg(vlue)",
                        "broken",
                        "avg(",
                        "ok",
                        "max(day)"));

        assertThatThrownBy(() -> aggregate.apply(readings))
                .isInstanceOfSatisfying(InvalidTransformException.class, exception -> {
                    List<String> problems = exception.problems();
                    assertThat(problems).hasSize(5);
                    assertThat(problems.get(0))
                            .isEqualTo("Cannot aggregate: column 'dya' is not on the input (nearest: day)");
                    assertThat(problems.get(1))
                            .startsWith("Cannot aggregate: measure 'plain'")
                            .contains("value");
                    assertThat(problems.get(2))
                            .isEqualTo("Cannot aggregate: measure 'constant' has no aggregate function: 1 + 1."
                                    + " Wrap it in one, such as max(...)");
                    assertThat(problems.get(3)).contains("'typo' does not fit the input: avg(vlue)", "`value`");
                    assertThat(problems.get(4)).contains("'broken' does not fit the input: avg(", "PARSE_SYNTAX_ERROR");
                });
    }

    @Test
    void aGroupColumnIsNoMeasure() {
        Aggregate aggregate = new Aggregate(List.of("day"), measures("next", "day + 1"));

        assertThatThrownBy(() -> aggregate.apply(readings))
                .hasMessage("Cannot aggregate: measure 'next' has no aggregate function: day + 1."
                        + " Wrap it in one, such as max(...)");
    }

    @Test
    void refusesAMeasureNamedAsAGroupAndNoMeasureAtAll() {
        assertThatThrownBy(() -> new Aggregate(List.of("day"), measures("Day", "count(*)")).apply(readings))
                .hasMessage("Cannot aggregate: column 'Day' would be in the output more than once."
                        + " Choose another name for one of them");
        assertThatThrownBy(() -> new Aggregate(List.of("day"), Map.of()))
                .hasMessageStartingWith("Invalid measures: {} (must be one name");
    }
}
