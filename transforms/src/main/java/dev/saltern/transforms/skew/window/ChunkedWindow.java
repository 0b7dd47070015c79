/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import dev.saltern.transforms.Input;
import dev.saltern.transforms.InvalidTransformException;
import dev.saltern.transforms.Problems;
import dev.saltern.transforms.internal.Spark;
import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.Slots;
import dev.saltern.transforms.skew.Treated;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * Adds the result of a window function to each row, with long series cut into chunks, each computed by its own task.
 *
 * @param by names of the columns that tell series apart, NULL being a series of its own; empty: one series
 * @param order name of the column that orders a series, ascending, NULL first; numeric, {@code DATE} or {@code TIMESTAMP}
 *     to be cut, any type with an order to be computed whole; a whole number, {@code DATE} or {@code TIMESTAMP} for a
 *     frame by value
 * @param function what to compute
 * @param as name of the new column
 */
public record ChunkedWindow(List<String> by, String order, WindowFunction function, String as) {
    /** Copies the list and checks that the names are there. */
    public ChunkedWindow {
        by = List.copyOf(by);
        InvalidTransformException.require(!order.isEmpty(), "Missing required order");
        InvalidTransformException.require(!as.isEmpty(), "Missing required as");
    }

    /**
     * Describes the table with the new column. The answer is that of the plain window to the last bit, cut or not.
     *
     * <p>Columns: those of the input, as they are, then the new one. Rows: those of the input. Rows of one order value
     * are put in the order of their whole rows, so the answer depends on no order or partitions of the input. Spark
     * alone leaves that order open in a frame by value: which of two zeros is the least, and the last digits of a sum.
     *
     * <p>If series are cut, two jobs look at their rows first (of the columns series, order and, for a running sum, value),
     * and the result has one shuffle, by series and chunk; a row within reach of another chunk is copied into it, and the
     * copy is dropped after the window. Rows without an order stay in the first chunk. Each read of {@code rows} must give
     * the same rows.
     *
     * @param rows the columns named here and any others, but of type {@code INTERVAL}, each with its own name
     * @param spread how the rows spread over the series; null if not measured, and nothing is cut then
     * @param mode who decides
     * @return the table and a receipt that says which series were cut and which were not, and why
     * @throws InvalidTransformException when a column is missing or of the wrong type, or {@code as} is in the input
     */
    public Treated apply(Dataset<Row> rows, @Nullable KeySpread spread, SkewMode mode) {
        return apply(rows, spread, mode, Slots.of(rows.sparkSession()));
    }

    Treated apply(Dataset<Row> rows, @Nullable KeySpread spread, SkewMode mode, Slots slots) {
        Input input = new Input(rows, "input");
        Problems problems = new Problems("compute the window");
        List<String> series = problems.requireKeys(input, by);
        List<String> orders = problems.requireKeys(input, List.of(order));
        List<StructField> values = function.isRank()
                ? List.of()
                : problems.require(input, function.value()).stream().toList();
        problems.requireAllOrderable(input);
        orders.forEach(name -> checkOrder(input.schema().apply(name), problems));
        values.forEach(field -> checkValue(input, field, problems));
        if (Arrays.stream(rows.columns()).anyMatch(as::equalsIgnoreCase)) {
            problems.add("column '" + as + "' is in the input already. Choose another name for the result");
        }
        problems.throwIfAny();
        StructField orderField = input.schema().apply(orders.get(0));
        StructField valueField = values.isEmpty() ? orderField : values.get(0);
        WindowQuery query = new WindowQuery(input.schema(), series, orderField, valueField, function, as);
        boolean isAnsi = Spark.state(rows.sparkSession()).conf().ansiEnabled();
        Chunking.Outcome outcome =
                new Chunking(rows, series, orderField, query.need(isAnsi), as).cut(spread, mode, slots);
        Chunked chunked = outcome.chunked();
        return new Treated(chunked == null ? query.plain(rows) : query.chunked(chunked), Map.of(), outcome.receipt());
    }

    private void checkOrder(StructField field, Problems problems) {
        DataType type = field.dataType();
        if (function.isRange() && !(Place.isWhole(type) || type instanceof DateType || type instanceof TimestampType)) {
            problems.add("order column '" + order + "' is " + type.catalogString()
                    + ", and a frame by value needs a whole number, DATE or TIMESTAMP. Cast it first");
        }
    }

    private void checkValue(Input input, StructField field, Problems problems) {
        if (function.needsOrder()) {
            problems.requireKeys(input, List.of(field.name()));
        }
        if (function.needsNumbers() && !(field.dataType() instanceof NumericType)) {
            problems.add("value column '" + field.name() + "' is "
                    + field.dataType().catalogString() + ", and the function needs a number. Cast it first");
        }
    }
}
