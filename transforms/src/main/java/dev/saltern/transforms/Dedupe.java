/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Keeps one row of each set of rows with equal keys.
 *
 * <p>NULL keys are equal to each other, as in {@code GROUP BY}; so are NaN to NaN and -0.0 to 0.0. Without keys, rows
 * are duplicates when all their columns are equal, and {@code keep} has no say.
 *
 * @param keys names of the key columns, of any type but {@code INTERVAL} and {@code MAP}; empty: all columns
 * @param keep which row of several stays
 */
public record Dedupe(List<String> keys, Keep keep) {

    /** Copies the list. */
    public Dedupe {
        keys = List.copyOf(keys);
    }

    /**
     * Describes the table with one row per key; runs no job.
     *
     * <p>Columns: the names, order and types of the input; each may be NULL in the schema even if it could not before.
     * Rows: as many as there are distinct keys. One shuffle by the keys, after the rows of each partition were reduced;
     * order and partitioning are lost.
     *
     * <p>Deterministic in whatever order and partitions the rows come. Rows that tie are compared column by column in
     * the order of the schema, a map by its sorted entries, and the greatest ({@code latest}) or the least stays.
     * Without keys, -0.0 comes out as 0.0 in columns of type {@code FLOAT} and {@code DOUBLE}.
     *
     * @param rows columns of any type but {@code INTERVAL}, each with its own name
     * @return the rows that stay, each as it was
     * @throws InvalidTransformException when a column is missing or has no order, or two share a name
     */
    public Dataset<Row> apply(Dataset<Row> rows) {
        Input input = new Input(rows, "input");
        Problems problems = new Problems("dedupe").requireDistinctNames(input);
        List<String> found = problems.requireKeys(input, keys);
        List<Column> rank = rank(input, problems);
        problems.requireAllOrderable(input);
        problems.throwIfAny();
        if (keys.isEmpty() && !Orderable.hasMap(input.schema())) {
            return rows.distinct();
        }
        Stream<Column> groups = keys.isEmpty()
                ? input.fields().map(field -> Orderable.form(Input.column(field.name()), field.dataType()))
                : found.stream().map(Input::column);
        return rows.groupBy(numbered("key", groups))
                .agg(best(rank, input.schema()).as("best"))
                .select(restored(input.schema()));
    }

    /** What rows are compared by before they are compared as a whole. */
    private List<Column> rank(Input input, Problems problems) {
        if (keep instanceof Keep.Latest latest) {
            return problems.requireOrderable(input, latest.column())
                    .map(field -> List.of(Input.column(field.name())))
                    .orElse(List.of());
        }
        if (keep instanceof Keep.Earliest earliest) {
            return problems.requireOrderable(input, earliest.column())
                    .map(field -> Input.column(field.name()))
                    .map(column -> List.of(column.isNull(), column))
                    .orElse(List.of());
        }
        return List.of();
    }

    private Column best(List<Column> rank, StructType schema) {
        boolean greatest = keep instanceof Keep.Latest;
        Stream<Column> ranked = Arrays.stream(numbered("rank", rank.stream()));
        Stream<Column> wholeRow = Arrays.stream(numbered("column", Orderable.wholeRow(schema).stream()));
        Column compared = struct(Stream.concat(ranked, wholeRow).toArray(Column[]::new));
        if (!Orderable.hasMap(schema)) {
            // The row stands in what is compared: one struct to carry, where max_by would carry two.
            return greatest ? max(compared) : min(compared);
        }
        Column row =
                struct(numbered("column", Arrays.stream(schema.fields()).map(field -> Input.column(field.name()))));
        return greatest ? max_by(row, compared) : min_by(row, compared);
    }

    private static Column[] restored(StructType schema) {
        StructField[] fields = schema.fields();
        return IntStream.range(0, fields.length)
                .mapToObj(index ->
                        col("best").getField("column" + index).as(fields[index].name(), fields[index].metadata()))
                .toArray(Column[]::new);
    }

    /** Short names of its own, so that no name of the input can be in the way. */
    private static Column[] numbered(String prefix, Stream<Column> columns) {
        List<Column> list = columns.toList();
        return IntStream.range(0, list.size())
                .mapToObj(index -> list.get(index).as(prefix + index))
                .toArray(Column[]::new);
    }
}
