/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import static dev.saltern.transforms.Tables.assertSameRows;
import static dev.saltern.transforms.Tables.row;
import static dev.saltern.transforms.Tables.sql;
import static dev.saltern.transforms.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JoinTest {

    private static final String JOINED = "`k.id` STRING, reading INT, site STRING";

    private final Dataset<Row> left =
            table("reading INT, `k.id` STRING", row(1, "a"), row(2, "a"), row(3, "only left"), row(4, null));

    private final Dataset<Row> right =
            table("site STRING, `k.id` STRING", row("x", "a"), row("y", "a"), row("z", "only right"), row("n", null));

    private Dataset<Row> joined(Join.Type type) {
        return new Join(type, List.of("k.id")).apply(left, right);
    }

    private static final Row[] PAIRS = {row("a", 1, "x"), row("a", 1, "y"), row("a", 2, "x"), row("a", 2, "y")};

    @Test
    void innerPairsDuplicatesAndNullMatchesNothing() {
        assertSameRows(table(JOINED, PAIRS), joined(Join.Type.INNER));
    }

    @Test
    void leftKeepsLeftRowsWithoutMatch() {
        assertSameRows(
                table(JOINED, PAIRS).union(table(JOINED, row("only left", 3, null), row(null, 4, null))),
                joined(Join.Type.LEFT));
    }

    @Test
    void rightKeepsRightRowsAndTheirKeys() {
        assertSameRows(
                table(JOINED, PAIRS).union(table(JOINED, row("only right", null, "z"), row(null, null, "n"))),
                joined(Join.Type.RIGHT));
    }

    @Test
    void fullKeepsBothAndTakesTheKeyFromTheSideThatHasIt() {
        Dataset<Row> unmatched = table(
                JOINED,
                row("only left", 3, null),
                row(null, 4, null),
                row("only right", null, "z"),
                row(null, null, "n"));

        assertSameRows(table(JOINED, PAIRS).union(unmatched), joined(Join.Type.FULL));
    }

    @Test
    void semiAndAntiSplitTheLeftRows() {
        String schema = "`k.id` STRING, reading INT";

        assertSameRows(table(schema, row("a", 1), row("a", 2)), joined(Join.Type.SEMI));
        assertSameRows(table(schema, row("only left", 3), row(null, 4)), joined(Join.Type.ANTI));
    }

    @ParameterizedTest
    @EnumSource
    void sameRowsInWhateverPartitions(Join.Type type) {
        Join join = new Join(type, List.of("k.id"));

        assertSameRows(join.apply(left, right), join.apply(left.repartition(7), right.repartition(7)));
    }

    @ParameterizedTest
    @EnumSource
    void emptySidesGiveTheSameColumns(Join.Type type) {
        Join join = new Join(type, List.of("k.id"));
        Dataset<Row> ofEmpty = join.apply(left.limit(0), right.limit(0));

        assertThat(ofEmpty.columns()).isEqualTo(joined(type).columns());
        assertThat(ofEmpty.count()).isZero();
    }

    @Test
    void joinsATableWithItselfReduced() {
        Dataset<Row> counts = new Aggregate(List.of("k.id"), Map.of("n", "count(*)")).apply(left);

        assertSameRows(
                table(
                        "`k.id` STRING, reading INT, n BIGINT",
                        row("a", 1, 2L),
                        row("a", 2, 2L),
                        row("only left", 3, 1L)),
                new Join(Join.Type.INNER, List.of("K.ID")).apply(left, counts));
    }

    @Test
    void reportsMissingKeysTypesAndSharedColumnsTogether() {
        Dataset<Row> readings = sql("SELECT 1 AS sensor_id, 'x' AS day, 2.0D AS value, 'u' AS unit");
        Dataset<Row> sensors = sql("SELECT 's' AS sensor_id, 'x' AS dya, 2.0D AS value, 'u' AS Unit");

        assertThatThrownBy(() ->
                        new Join(Join.Type.LEFT, List.of("sensr_id", "sensor_id", "day")).apply(readings, sensors))
                .isInstanceOfSatisfying(
                        InvalidTransformException.class,
                        exception -> assertThat(exception.problems())
                                .containsExactly(
                                        "Cannot join: column 'sensr_id' is not on the left side (nearest: sensor_id)",
                                        "Cannot join: column 'sensr_id' is not on the right side (nearest: sensor_id)",
                                        "Cannot join: key 'sensor_id' is int on the left side and string on the right side."
                                                + " Cast one of them first",
                                        "Cannot join: column 'day' is not on the right side (nearest: dya)",
                                        "Cannot join: columns [value, Unit] are on both sides and are no keys. Rename or drop"
                                                + " them on one side, or add them to the keys"));
    }

    @Test
    void semiJoinMayShareOtherColumns() {
        Dataset<Row> rows = sql("SELECT 1 AS k, 2 AS v");

        assertSameRows(rows, new Join(Join.Type.SEMI, List.of("k")).apply(rows, rows));
    }

    @Test
    void refusesNoKeyAndAKeyNamedTwice() {
        assertThatThrownBy(() -> new Join(Join.Type.INNER, List.of()))
                .hasMessage("Invalid on: [] (must be one column name or more)");
        assertThatThrownBy(() -> new Join(Join.Type.INNER, List.of("k.id", "K.ID")).apply(left, right))
                .hasMessage("Cannot join: key 'K.ID' is named more than once");
    }
}
