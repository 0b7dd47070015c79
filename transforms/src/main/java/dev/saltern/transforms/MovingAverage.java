/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.TimestampType;

/**
 * Adds to each row the mean of a value over the rows shortly before it in its series.
 *
 * <p>NULL values are left out of the mean, though a frame of rows counts their rows; a frame of nothing but NULL gives
 * NULL. NaN in the frame gives NaN. A row whose order is NULL has no place in its series: its own average is NULL and
 * it counts in no other's.
 *
 * @param by names of the columns that tell series apart, of any type but {@code INTERVAL} and {@code MAP}, NULL being a
 *     series of its own; empty: one series, on one task
 * @param order name of the column that orders a series; {@code TIMESTAMP} or {@code DATE} for a frame of time, any type
 *     with an order for a frame of rows
 * @param value name of the numeric column to average, taken as {@code DOUBLE}
 * @param frame which rows count
 * @param as name of the new column
 */
public record MovingAverage(List<String> by, String order, String value, Frame frame, String as) {

    private static final long MICROS_PER_DAY = 86_400_000_000L;

    /** Copies the list and checks that the names are there. */
    public MovingAverage {
        by = List.copyOf(by);
        InvalidTransformException.require(!order.isEmpty(), "Missing required order");
        InvalidTransformException.require(!value.isEmpty(), "Missing required value");
        InvalidTransformException.require(!as.isEmpty(), "Missing required as");
    }

    /**
     * Describes the table with the average; runs no job.
     *
     * <p>Columns: those of the input, as they are, then {@code as DOUBLE}, which may be NULL. Rows: those of the input.
     * One shuffle by series, unless the input is partitioned so already; a series is computed by one task, in a time that
     * grows with its rows where the frame is one of time, and with rows times rows per frame otherwise. The output is
     * partitioned by series.
     *
     * <p>Deterministic to the last bit in whatever order and partitions the rows come. In a frame of time rows of the same
     * order value all count for one another, and a sum is exact until it is rounded. In a frame of rows they are put in
     * the order of their other columns, as the schema has them. Times are compared in microseconds since the epoch, so
     * that no change of clocks widens a frame.
     *
     * @param rows the columns named here and any others, but of type {@code INTERVAL}, each with its own name
     * @return the same rows and their average
     * @throws InvalidTransformException when a column is missing or of the wrong type, or {@code as} is in the input
     */
    public Dataset<Row> apply(Dataset<Row> rows) {
        Input input = new Input(rows, "input");
        Problems problems = new Problems("average").requireDistinctNames(input);
        List<String> series = problems.requireKeys(input, by);
        Optional<StructField> orderField = problems.requireOrderable(input, order);
        Optional<StructField> valueField = problems.require(input, value);
        checkTypes(orderField, valueField, problems);
        problems.requireAllOrderable(input);
        if (input.find(as).isPresent()) {
            problems.add("column '" + as + "' is in the input already. Choose another name for the average");
        }
        problems.throwIfAny();

        return averaged(input, Input.columns(series), orderField.orElseThrow(), valueField.orElseThrow());
    }

    private void checkTypes(Optional<StructField> orderField, Optional<StructField> valueField, Problems problems) {
        orderField.map(StructField::dataType).ifPresent(type -> {
            if (frame instanceof Frame.Time && !(type instanceof TimestampType || type instanceof DateType)) {
                problems.add("order column '" + order + "' is " + type.catalogString() + ", and a frame of " + frame
                        + " needs TIMESTAMP or DATE. Cast it first, or use a frame of rows");
            }
        });
        valueField.map(StructField::dataType).ifPresent(type -> {
            if (!(type instanceof NumericType)) {
                problems.add("value column '" + value + "' is " + type.catalogString()
                        + ", and a mean needs a number. Cast it first");
            }
        });
    }

    private Dataset<Row> averaged(Input input, Column[] series, StructField orderField, StructField valueField) {
        Column position = Input.column(orderField.name());
        Column number = Input.column(valueField.name()).cast("double");
        if (frame instanceof Frame.Time time) {
            return overTime(input, series, micros(position, orderField.dataType()), number, time);
        }
        // NULL sorts first, so rows without a position precede all others and are masked, never counted.
        Column mean = avg(when(position.isNotNull(), number));
        Column[] ties = Orderable.wholeRow(input.schema()).toArray(Column[]::new);
        long preceding = ((Frame.Rows) frame).count() - 1L;
        WindowSpec window = Window.partitionBy(series).orderBy(all(new Column[] {position}, ties));
        return input.rows().withColumn(as, mean.over(window.rowsBetween(-preceding, 0)));
    }

    private Dataset<Row> overTime(Input input, Column[] series, Column micros, Column number, Frame.Time time) {
        String position = input.unusedName("position");
        WindowSpec untilNow = Window.partitionBy(series)
                .orderBy(Input.column(position))
                .rangeBetween(Window.unboundedPreceding(), Window.currentRow());
        Column mean = TrailingMean.of(Input.column(position), number, time.micros());
        return input.rows()
                .withColumn(position, micros)
                .withColumn(as, mean.over(untilNow))
                .drop(Input.column(position));
    }

    /** Microseconds since the epoch; a date counts as its midnight in UTC, so that each day has the same length. */
    private static Column micros(Column order, DataType type) {
        return type instanceof DateType
                ? unix_date(order).cast("long").multiply(lit(MICROS_PER_DAY))
                : unix_micros(order);
    }

    private static Column[] all(Column[]... columns) {
        return Arrays.stream(columns).flatMap(Arrays::stream).toArray(Column[]::new);
    }
}
