/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import dev.saltern.transforms.Input;
import dev.saltern.transforms.Orderable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A window function over a table whose columns were checked.
 *
 * @param schema the columns of the table
 * @param series columns that tell series apart, as the table spells them
 * @param order column that orders a series
 * @param values column that the function looks at; the order for ranks
 * @param function what to compute
 * @param as name of the new column
 */
record WindowQuery(
        StructType schema,
        List<String> series,
        StructField order,
        StructField values,
        WindowFunction function,
        String as) {

    /** Returns what the function needs of chunks. */
    Chunking.Need need(boolean isAnsi) {
        return new Chunking.Need(
                function.reach(),
                Carry.total(function, Input.column(order.name()), Input.column(values.name())),
                Carry.refusal(function, values.dataType(), isAnsi));
    }

    /** Returns the table with the new column, each series by one task. */
    Dataset<Row> plain(Dataset<Row> rows) {
        return function.isRange() ? overRange(rows, series) : overRows(rows, series);
    }

    /** Returns the same from a table in chunks, each by one task. */
    Dataset<Row> chunked(Chunked chunked) {
        List<String> by =
                Stream.concat(series.stream(), Stream.of(chunked.chunk())).toList();
        // Spark would be content with a shuffle by series that is there already, and all chunks would stay together.
        Dataset<Row> local = function.isRange()
                ? overRange(chunked.rows(), by)
                : overRows(chunked.rows().repartition(columns(by)), by);
        if (!function.isCarried()) {
            return chunked.whole(local);
        }
        DataType type = Carry.type(function, values.dataType());
        Column whole = Carry.add(function, Input.column(as), chunked.carried(type), type);
        return chunked.whole(local.withColumn(as, whole));
    }

    private Dataset<Row> overRows(Dataset<Row> rows, List<String> by) {
        Column[] position = {Input.column(order.name())};
        Column[] sorted = function.ignoresTies() ? position : all(position, ties());
        return rows.withColumn(
                as,
                function.over(
                        Input.column(values.name()),
                        Window.partitionBy(columns(by)).orderBy(sorted)));
    }

    /**
     * A frame by value has room for one sort key alone. The rows are sorted by the ties before, in the order that the
     * window asks for, so that it keeps them as they are and adds up rows of one order value in one order.
     */
    private Dataset<Row> overRange(Dataset<Row> rows, List<String> by) {
        String name = unused(rows, "position");
        Column[] position = {Input.column(name)};
        Column[] keys = columns(by);
        Dataset<Row> positioned = rows.withColumn(name, Place.whole(order));
        Dataset<Row> placed = by.isEmpty() ? positioned.repartition(1) : positioned.repartition(keys);
        return placed.sortWithinPartitions(all(keys, position, ties()))
                .withColumn(
                        as,
                        function.over(
                                Input.column(values.name()),
                                Window.partitionBy(keys).orderBy(position)))
                .drop(position[0]);
    }

    private Column[] ties() {
        return Orderable.wholeRow(schema).toArray(Column[]::new);
    }

    private String unused(Dataset<Row> rows, String name) {
        boolean isTaken =
                as.equalsIgnoreCase(name) || Arrays.stream(rows.columns()).anyMatch(name::equalsIgnoreCase);
        return isTaken ? unused(rows, name + "_") : name;
    }

    private static Column[] columns(List<String> names) {
        return names.stream().map(Input::column).toArray(Column[]::new);
    }

    private static Column[] all(Column[]... columns) {
        return Arrays.stream(columns).flatMap(Arrays::stream).toArray(Column[]::new);
    }
}
