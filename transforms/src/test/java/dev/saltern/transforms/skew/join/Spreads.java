/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import dev.saltern.transforms.skew.HotKey;
import dev.saltern.transforms.skew.KeySpread;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;

/** Exact spreads of small tables. */
final class Spreads {

    private Spreads() {}

    /** Keys of at least so many rows are hot. */
    static KeySpread of(Dataset<Row> rows, List<String> on, long minRows) {
        Keys keys = new Keys(on, List.of());
        long all = rows.count();
        long nulls = rows.filter(keys.missing()).count();
        List<HotKey> hot = rows
                .filter(functions.not(keys.missing()))
                .groupBy(keys.columns())
                .count()
                .filter(functions.col("count").geq(minRows))
                .withColumn("hash", keys.hash())
                .orderBy(functions.col("count").desc(), functions.col("hash"))
                .collectAsList()
                .stream()
                .map(row -> hotKey(row, on.size()))
                .toList();
        return new KeySpread(on, all, nulls, hot);
    }

    private static HotKey hotKey(Row row, int width) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            values.add(row.get(i));
        }
        long count = row.getLong(width);
        return new HotKey(row.getLong(width + 1), count, count, RowFactory.create(values.toArray()));
    }
}
