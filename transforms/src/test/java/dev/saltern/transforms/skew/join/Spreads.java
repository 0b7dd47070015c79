/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import dev.saltern.transforms.skew.HotKey;
import dev.saltern.transforms.skew.KeySpread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Exact spreads of small tables. */
final class Spreads {

    private Spreads() {}

    /** Keys of at least so many rows are hot. */
    static KeySpread of(Dataset<Row> rows, List<String> on, long minRows) {
        Keys keys = new Keys(on, List.of());
        int count = on.size();
        List<Row> groups = rows.groupBy(keys.columns())
                .count()
                .withColumn("hash", keys.hash())
                .collectAsList();
        List<HotKey> hot = groups.stream()
                .filter(group -> !group.anyNull() && group.getLong(count) >= minRows)
                .map(group -> hotKey(group, count))
                .sorted(Comparator.comparingLong(HotKey::rowsAtLeast).reversed().thenComparing(HotKey::hash))
                .toList();
        long all = groups.stream().mapToLong(group -> group.getLong(count)).sum();
        long nulls = groups.stream()
                .filter(Row::anyNull)
                .mapToLong(group -> group.getLong(count))
                .sum();
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
