/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import static dev.saltern.transforms.Tables.assertSameRows;
import static dev.saltern.transforms.Tables.row;
import static dev.saltern.transforms.Tables.schemaOf;
import static dev.saltern.transforms.Tables.sql;
import static dev.saltern.transforms.Tables.table;
import static dev.saltern.transforms.Tables.textOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.Metadata;
import org.junit.jupiter.api.Test;

class DedupeTest {

    private static final String READING = "`sensor.id` STRING, `received at` INT, value DOUBLE";

    private final Dataset<Row> readings = table(
            READING,
            row("a", 1, 10.0),
            row("a", 2, 20.0),
            row("a", null, 99.0),
            row("b", null, 1.0),
            row("b", null, 2.0),
            row(null, 5, 1.0),
            row(null, 4, 2.0));

    @Test
    void latestWinsAndNullOrderLosesAndNullKeysAreOneKey() {
        Dataset<Row> kept = new Dedupe(List.of("sensor.id"), Keep.latest("received at")).apply(readings);

        assertSameRows(table(READING, row("a", 2, 20.0), row("b", null, 2.0), row(null, 5, 1.0)), kept);
    }

    @Test
    void earliestWinsAndNullOrderLoses() {
        Dataset<Row> kept = new Dedupe(List.of("sensor.id"), Keep.earliest("received at")).apply(readings);

        assertSameRows(table(READING, row("a", 1, 10.0), row("b", null, 1.0), row(null, 4, 2.0)), kept);
    }

    @Test
    void anyIsTheLeastRow() {
        Dataset<Row> kept = new Dedupe(List.of("sensor.id"), Keep.any()).apply(readings);

        assertSameRows(table(READING, row("a", null, 99.0), row("b", null, 1.0), row(null, 4, 2.0)), kept);
    }

    @Test
    void signOfZeroBreaksTheLastTie() {
        Dataset<Row> zeros = table("k INT, v DOUBLE", row(1, 0.0), row(1, -0.0));
        Dedupe dedupe = new Dedupe(List.of("k"), Keep.any());

        assertThat(textOf(dedupe.apply(zeros))).containsExactly("[1,-0.0]");
        assertThat(textOf(dedupe.apply(
                        zeros.orderBy("k").coalesce(1).sort(zeros.col("v").cast("string")))))
                .containsExactly("[1,-0.0]");
    }

    @Test
    void withoutKeysWholeRowsAreDuplicates() {
        Dataset<Row> rows =
                table("k INT, v STRING", row(1, "x"), row(1, "x"), row(1, "y"), row(null, null), row(null, null));

        assertSameRows(
                table("k INT, v STRING", row(1, "x"), row(1, "y"), row(null, null)),
                new Dedupe(List.of(), Keep.any()).apply(rows));
    }

    @Test
    void mapsAreComparedByTheirSortedEntries() {
        Dataset<Row> rows = sql("SELECT * FROM VALUES"
                + " (1, named_struct('m', map('a', 1, 'b', 2)), array(map('x', 1))),"
                + " (1, named_struct('m', map('b', 2, 'a', 1)), array(map('x', 1))),"
                + " (1, named_struct('m', map('a', 1, 'b', 3)), array(map('x', 1))),"
                + " (2, NULL, NULL) AS t(k, s, l)");

        assertThat(new Dedupe(List.of(), Keep.any()).apply(rows).count()).isEqualTo(3);
        Dataset<Row> latest = new Dedupe(List.of("k"), Keep.latest("k")).apply(rows);
        assertThat(latest.schema().asNullable()).isEqualTo(rows.schema().asNullable());
        assertThat(textOf(latest))
                .containsExactly("[1,[Map(a -> 1, b -> 3)],WrappedArray(Map(x -> 1))]", "[2,null,null]");
    }

    @Test
    void emptyInputKeepsItsSchemaAndMetadata() {
        Dataset<Row> empty = table(READING);
        Dataset<Row> noted = empty.withMetadata("value", Metadata.fromJson("{\"unit\":\"K\"}"));

        Dataset<Row> kept = new Dedupe(List.of("sensor.id"), Keep.latest("received at")).apply(noted);

        assertThat(schemaOf(kept)).isEqualTo(schemaOf(empty));
        assertThat(kept.schema().apply("value").metadata().getString("unit")).isEqualTo("K");
        assertThat(kept.count()).isZero();
    }

    @Test
    void reportsAllWrongColumnsTogether() {
        Dedupe dedupe = new Dedupe(List.of("sensr.id", "value"), Keep.latest("zzzzzzzzzzzzzzzz"));

        assertThatThrownBy(() -> dedupe.apply(readings))
                .isInstanceOfSatisfying(
                        InvalidTransformException.class,
                        exception -> assertThat(exception.problems())
                                .containsExactly(
                                        "Cannot dedupe: column 'sensr.id' is not on the input (nearest: sensor.id)",
                                        "Cannot dedupe: column 'zzzzzzzzzzzzzzzz' is not on the input"
                                                + " (it has: sensor.id, received at, value)"))
                .hasMessageStartingWith("1. Cannot dedupe: column 'sensr.id'")
                .hasMessageContaining("\n2. Cannot dedupe");
    }

    @Test
    void refusesWhatHasNoOrder() {
        Dataset<Row> rows = sql("SELECT 1 AS k, map('a', 1) AS m, make_interval(1) AS i");

        assertThatThrownBy(() -> new Dedupe(List.of("m"), Keep.any()).apply(rows))
                .hasMessageContaining("column 'm' has type MAP<STRING, INT>, whose values have no order")
                .hasMessageContaining("column 'i' has type INTERVAL, which rows cannot be compared by");
    }

    @Test
    void refusesTwoColumnsOfOneName() {
        Dataset<Row> rows = sql("SELECT 1 AS k, 2 AS K");

        assertThatThrownBy(() -> new Dedupe(List.of("k"), Keep.any()).apply(rows))
                .hasMessage("Cannot dedupe: column 'K' is on the input more than once. Rename or drop one of them");
    }

    @Test
    void findsColumnsAsTheSessionDoes() {
        Dataset<Row> rows = table("`a``b` INT, `A``B` INT, v INT", row(1, 1, 1), row(1, 2, 1));
        Dedupe dedupe = new Dedupe(List.of("A`B"), Keep.latest("v"));
        sql("SET spark.sql.caseSensitive=true");
        try {
            assertThat(textOf(dedupe.apply(rows))).containsExactly("[1,1,1]", "[1,2,1]");
            assertThatThrownBy(() -> new Dedupe(List.of("V"), Keep.any()).apply(rows))
                    .hasMessage("Cannot dedupe: column 'V' is not on the input (nearest: v)");
        } finally {
            sql("SET spark.sql.caseSensitive=false");
        }
    }
}
