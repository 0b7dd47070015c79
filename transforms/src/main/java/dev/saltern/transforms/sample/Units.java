/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.sample;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import dev.saltern.transforms.Input;
import dev.saltern.transforms.Orderable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The rows to draw from, their columns named by position ({@code c0}, {@code c1}), so that what the draw adds cannot
 * meet a name of the table.
 *
 * @param rows the columns by position, and {@code hash}
 * @param table the columns as the table names them
 * @param keys the columns that identify a row, as named in {@code rows}
 */
record Units(Dataset<Row> rows, StructType table, List<StructField> keys) {

    private static final String HASH = "hash";

    /**
     * Hashes the rows by key; runs no job.
     *
     * @param keys names of columns, spelled as the table does; empty: all
     */
    static Units of(Dataset<Row> rows, List<String> keys, long seed) {
        StructType table = rows.schema();
        Dataset<Row> byPosition = rows.toDF(
                IntStream.range(0, table.size()).mapToObj(Units::position).toArray(String[]::new));
        StructType schema = byPosition.schema();
        List<StructField> identity = keys.isEmpty()
                ? Arrays.asList(schema.fields())
                : keys.stream()
                        .map(key -> schema.fields()[table.fieldIndex(key)])
                        .toList();
        return new Units(byPosition.withColumn(HASH, Hash.of(lit(seed), identity)), table, identity);
    }

    /** The rows with another hash for each row of a key; a shuffle by the hash of the key. */
    Units toldApart() {
        Column occurrence = row_number().over(Window.partitionBy(col(HASH)).orderBy(array(wholeRow())));
        Dataset<Row> counted = rows.withColumn("occurrence", occurrence.minus(lit(1)));
        return new Units(
                counted.withColumn(HASH, Hash.of(col(HASH), col("occurrence"))).drop("occurrence"), table, keys);
    }

    Column hash() {
        return col(HASH);
    }

    /** The column of a name that the table has, among those by position. */
    Column column(String name) {
        return col(position(table.fieldIndex(name)));
    }

    /** A random order, the same for the same rows: rows that tie in it are equal. */
    Column[] randomOrder() {
        List<Column> order = new ArrayList<>(List.of(hash()));
        order.addAll(wholeRow());
        return array(order);
    }

    /** The order of the keys: rows that tie in it are equal. */
    Column[] keyOrder() {
        List<Column> order = new ArrayList<>();
        keys.forEach(key -> order.add(Orderable.form(col(key.name()), key.dataType())));
        order.addAll(wholeRow());
        return array(order);
    }

    /** The rows, or some of them, as the table names their columns. */
    Dataset<Row> restored(Dataset<Row> drawn) {
        StructField[] fields = table.fields();
        return drawn.select(IntStream.range(0, fields.length)
                .mapToObj(index -> Input.column(position(index)).as(fields[index].name(), fields[index].metadata()))
                .toArray(Column[]::new));
    }

    private List<Column> wholeRow() {
        StructType byPosition = new StructType(IntStream.range(0, table.size())
                .mapToObj(index -> new StructField(
                        position(index), table.fields()[index].dataType(), true, table.fields()[index].metadata()))
                .toArray(StructField[]::new));
        return Orderable.wholeRow(byPosition);
    }

    private static String position(int index) {
        return "c" + index;
    }

    private static Column[] array(List<Column> columns) {
        return columns.toArray(Column[]::new);
    }
}
