/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;

/** Counts distinct rows and keys exactly, all in one pass with one shuffle. NULL, NaN and 0.0 equal themselves. */
final class Verification {
    private static final int MAX_DUPLICATE_COLUMNS = 100;

    private Verification() {}

    /** Returns whether whole rows can be compared, and are narrow enough to. */
    static boolean comparesRows(Dataset<Row> rows) {
        int columns = rows.schema().size();
        boolean comparable = true;
        for (StructField field : rows.schema().fields()) {
            comparable &= !field.dataType().existsRecursively(Verification::isMap);
        }
        return comparable && columns > 0 && columns <= MAX_DUPLICATE_COLUMNS;
    }

    private static Object isMap(DataType type) {
        return type instanceof MapType;
    }

    /**
     * Returns the number of distinct combinations of each set of columns, NULL taken as a value.
     *
     * @param rows with the columns c0, c1 and so on
     * @param sets columns by their place
     */
    static List<Long> distinct(Dataset<Row> rows, List<List<Integer>> sets) {
        List<Column> counts = new ArrayList<>();
        for (List<Integer> set : sets) {
            Column[] columns = set.stream().map(i -> functions.col("c" + i)).toArray(Column[]::new);
            counts.add(functions.count_distinct(functions.struct(columns)));
        }
        Row counted = rows.agg(functions.count(functions.lit(1)), counts.toArray(Column[]::new))
                .head();
        List<Long> distinct = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            distinct.add(counted.getLong(i + 1));
        }
        return distinct;
    }

    /** Returns how rows are spread over partitions. */
    static PartitionSizes partitions(Dataset<Row> rows, List<String> names) {
        Column[] columns = names.stream().map(Verification::column).toArray(Column[]::new);
        Column[] texts = names.stream()
                .map(name -> functions.coalesce(column(name).cast("string"), functions.lit("NULL")))
                .toArray(Column[]::new);
        Column size = functions.col("_rows");
        Row sizes = rows.select(columns)
                .groupBy(columns)
                .agg(functions.count(functions.lit(1)).as("_rows"))
                .agg(
                        functions.count(functions.lit(1)),
                        functions.min(size),
                        functions.expr("percentile(_rows, 0.5)"),
                        functions.max(functions.struct(size, functions.concat_ws("/", texts))))
                .head();
        Row largest = sizes.isNullAt(3) ? null : sizes.getStruct(3);
        return largest == null
                ? new PartitionSizes(names, 0, 0, 0, 0, "")
                : new PartitionSizes(
                        names,
                        sizes.getLong(0),
                        sizes.getLong(1),
                        sizes.getDouble(2),
                        largest.getLong(0),
                        largest.getString(1));
    }

    /** Returns the top-level column of exactly this name. */
    static Column column(String name) {
        return functions.col("`" + name.replace("`", "``") + "`");
    }
}
