/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.internal.Spark;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Whether the values of a row are found in another table, as a column of its own.
 *
 * @param flag the column: true where they are found, NULL where not
 * @param columns columns of the checked table
 * @param dataset the other table
 * @param others its columns, in the order of those they are compared with
 */
record Lookup(String flag, List<String> columns, String dataset, List<String> others) {
    /** A table up to this size, as Spark estimates it, is sent to every executor, so that no row of the checked table moves. */
    private static final long MAX_BROADCAST_BYTES = 64L << 20;

    Lookup {
        columns = List.copyOf(columns);
        others = List.copyOf(others);
    }

    boolean isReadBy(Check check) {
        return check instanceof Check.Counted counted
                && ColumnNames.of(counted.broken()).contains(flag);
    }

    /** Adds the column; neither rows nor their order change where the other table is small, otherwise rows are shuffled. */
    Dataset<Row> join(Dataset<Row> rows, Dataset<Row> reference) {
        List<Column> renamed = new ArrayList<>();
        Column same = functions.lit(true);
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String key = flag + "_" + i;
            keys.add(key);
            renamed.add(ColumnText.column(others.get(i)).as(key));
            same = same.and(ColumnText.column(columns.get(i)).equalTo(functions.col(key)));
        }
        Dataset<Row> distinct = reference.select(renamed.toArray(Column[]::new)).distinct();
        Dataset<Row> found = distinct.withColumn(flag, functions.lit(true));
        boolean small = Spark.execution(distinct)
                        .optimizedPlan()
                        .stats()
                        .sizeInBytes()
                        .bigInteger()
                        .bitLength()
                < Long.SIZE - Long.numberOfLeadingZeros(MAX_BROADCAST_BYTES);
        return rows.join(small ? functions.broadcast(found) : found, same, "left")
                .drop(keys.toArray(String[]::new));
    }
}
