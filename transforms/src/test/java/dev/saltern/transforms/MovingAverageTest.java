/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import static dev.saltern.transforms.Tables.assertSameRows;
import static dev.saltern.transforms.Tables.row;
import static dev.saltern.transforms.Tables.sql;
import static dev.saltern.transforms.Tables.table;
import static dev.saltern.transforms.Tables.textOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.transforms.internal.Spark;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovingAverageTest {

    private static final String SERIES = "`s.id` STRING, t INT, v INT";

    private static MovingAverage average(String frame) {
        return new MovingAverage(List.of("s.id"), "t", "v", Frame.parse(frame), "moving avg");
    }

    /** One series of (time, value) with the times as text, whatever the zone of the JVM. */
    private static Dataset<Row> series(String type, String timesAndValues) {
        return sql("SELECT 'a' AS `s.id`, CAST(c1 AS " + type + ") AS t, c2 AS v FROM VALUES " + timesAndValues
                + " AS x(c1, c2)");
    }

    private static List<String> averages(Dataset<Row> averaged) {
        return textOf(averaged.selectExpr("CAST(t AS STRING)", "v", "`moving avg`"));
    }

    @Test
    void rowsFrameCountsRowsWithoutValueAndLeavesThemOutOfTheMean() {
        Dataset<Row> rows = table(
                SERIES,
                row("a", 1, 1),
                row("a", 2, null),
                row("a", 3, 3),
                row("a", 4, 7),
                row("b", 1, null),
                row(null, 1, 10),
                row(null, 2, 20));

        assertSameRows(
                table(
                        SERIES + ", `moving avg` DOUBLE",
                        row("a", 1, 1, 1.0),
                        row("a", 2, null, 1.0),
                        row("a", 3, 3, 2.0),
                        row("a", 4, 7, 5.0),
                        row("b", 1, null, null),
                        row(null, 1, 10, 10.0),
                        row(null, 2, 20, 15.0)),
                average("3 rows").apply(rows));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 rows", "2h"})
    void rowWithoutOrderHasNoAverageAndCountsInNone(String frame) {
        Dataset<Row> rows =
                series("TIMESTAMP", "(NULL, 100), (NULL, 200), ('2024-01-01 00:00:00', 1), ('2024-01-01 01:00:00', 3)");

        assertThat(averages(average(frame).apply(rows)))
                .containsExactly(
                        "[2024-01-01 00:00:00,1,1.0]",
                        "[2024-01-01 01:00:00,3,2.0]",
                        "[null,100,null]",
                        "[null,200,null]");
    }

    @Test
    void timeFrameIsOpenAtItsStartToTheMicrosecondAndTakesInAllRowsOfItsEnd() {
        Dataset<Row> rows = series(
                "TIMESTAMP",
                "('2024-01-01 00:00:00', 1), ('2024-01-01 23:59:59.999999', 3), ('2024-01-02 00:00:00', 5),"
                        + " ('2024-01-02 00:00:00', 13)");

        assertThat(averages(average("24h").apply(rows)))
                .containsExactly(
                        "[2024-01-01 00:00:00,1,1.0]",
                        "[2024-01-01 23:59:59.999999,3,2.0]",
                        "[2024-01-02 00:00:00,13,7.0]",
                        "[2024-01-02 00:00:00,5,7.0]");
    }

    @Test
    void daysAreOfOneLengthWhateverTheClocksDo() {
        // In the session zone of this query, 2024-03-31 has 23 hours and 2024-10-27 has 25.
        String dates = "(DATE '2024-03-30', 1), (DATE '2024-03-31', 3), (DATE '2024-04-01', 5),"
                + " (DATE '2024-10-26', 7), (DATE '2024-10-27', 9), (DATE '2024-10-28', 11)";
        sql("SET spark.sql.session.timeZone=Europe/Berlin");
        try {
            assertThat(averages(average("2d").apply(series("DATE", dates))))
                    .containsExactly(
                            "[2024-03-30,1,1.0]",
                            "[2024-03-31,3,2.0]",
                            "[2024-04-01,5,4.0]",
                            "[2024-10-26,7,7.0]",
                            "[2024-10-27,9,8.0]",
                            "[2024-10-28,11,10.0]");
        } finally {
            sql("SET spark.sql.session.timeZone=UTC");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 rows", "2h"})
    void sameBitsInWhateverOrderAndPartitionsTheRowsCome(String frame) {
        // Adding thirds and powers of ten in another order changes the last digits of their sum.
        Dataset<Row> rows = sql("SELECT 'a' AS `s.id`, timestamp_seconds(id DIV 40 * 3600) AS t,"
                + " IF(id % 2 = 0, 1 / (id + 3), pow(10, id % 19)) AS v, id FROM range(200)");
        MovingAverage average = average(frame);

        List<String> averages = averages(average.apply(rows.coalesce(1)));

        assertThat(averages(average.apply(rows.orderBy(rows.col("id").desc()).coalesce(1))))
                .isEqualTo(averages);
        assertThat(averages(average.apply(rows.repartition(7)))).isEqualTo(averages);
    }

    @Test
    void timeFrameSortsAndShufflesOnce() {
        Dataset<Row> rows = series("TIMESTAMP", "('2024-01-01 00:00:00', 1), ('2024-01-01 00:00:00', 2)");
        String plan = Spark.execution(average("2h").apply(rows)).executedPlan().toString();

        assertThat(plan)
                .containsOnlyOnce("Sort [")
                .containsOnlyOnce("Exchange ")
                // A frame whose start moves is computed anew for each row, in quadratic time.
                .contains("RangeFrame, unboundedpreceding$(), currentrow$()");
    }

    @Test
    void meansAreThoseOfAWindowWhoseStartMoves() {
        Dataset<Row> rows = sql("SELECT IF(id % 3 = 0, NULL, id % 3) AS `s.id`,"
                + " timestamp_micros(id * id * 1000003 % 7200000000) AS t, IF(id % 11 = 0, NULL, id % 97 - 48) AS v"
                + " FROM range(500)");
        WindowSpec moving = Window.partitionBy("`s.id`")
                .orderBy(functions.unix_micros(functions.col("t")))
                .rangeBetween(1 - 600_000_000L, 0);

        assertSameRows(
                rows.withColumn("moving avg", functions.avg("v").over(moving)),
                average("10m").apply(rows));
    }

    @Test
    void onlyFromTheSeriesOfNothingComesNothing() {
        Dataset<Row> empty = table("`s.id` STRING, t TIMESTAMP, v DECIMAL(5,2), position INT");
        MovingAverage global = new MovingAverage(List.of(), "t", "v", Frame.parse("1h"), "mean");

        assertThat(global.apply(empty).columns()).containsExactly("s.id", "t", "v", "position", "mean");
        assertThat(global.apply(empty).count()).isZero();
        assertThat(average("2 rows").apply(empty).count()).isZero();
    }

    @Test
    void reportsWrongColumnsAndTypesTogether() {
        Dataset<Row> rows = sql("SELECT 1 AS t, 'x' AS v, 2 AS `Moving Avg`");

        assertThatThrownBy(() -> average("24h").apply(rows))
                .isInstanceOfSatisfying(
                        InvalidTransformException.class,
                        exception -> assertThat(exception.problems())
                                .containsExactly(
                                        "Cannot average: column 's.id' is not on the input (it has: t, v, Moving Avg)",
                                        "Cannot average: order column 't' is int, and a frame of 1d needs TIMESTAMP or DATE."
                                                + " Cast it first, or use a frame of rows",
                                        "Cannot average: value column 'v' is string, and a mean needs a number. Cast it first",
                                        "Cannot average: column 'moving avg' is in the input already."
                                                + " Choose another name for the average"));
    }
}
