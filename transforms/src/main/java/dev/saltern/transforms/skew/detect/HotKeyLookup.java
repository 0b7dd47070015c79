/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.detect;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import dev.saltern.transforms.Input;
import dev.saltern.transforms.skew.HotKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Finds the keys behind hashes, and how many rows each has. */
final class HotKeyLookup {
    /** More are never reported; where so many keys are hot, none of them stands out. */
    private static final int MAX_KEYS = 1_000;

    private static final Comparator<HotKey> HEAVIEST_FIRST = Comparator.comparingLong(HotKey::rowsAtLeast)
            .reversed()
            .thenComparingLong(HotKey::hash)
            .thenComparing(HotKey::text);

    private HotKeyLookup() {}

    /** Runs a job; two keys of one hash come out apart, each with its own rows. */
    static List<HotKey> find(Dataset<Row> data, List<String> keys, List<HashCount> candidates, long threshold) {
        Object[] hashes = candidates.stream().map(HashCount::hash).toArray();
        List<Column> columns = new ArrayList<>();
        columns.add(KeyHash.of(keys, data.schema()).as("hash"));
        for (int i = 0; i < keys.size(); i++) {
            columns.add(Input.column(keys.get(i)).as("key" + i));
        }
        Dataset<Row> named = data.select(columns.toArray(Column[]::new));
        Column[] groups = Arrays.stream(named.columns()).map(name -> col(name)).toArray(Column[]::new);
        Dataset<Row> counted = named.filter(col("hash").isin(hashes))
                .groupBy(groups)
                .agg(count(lit(1)).as("rows"))
                .filter(col("rows").gt(threshold));
        // One row for each key above half a mean partition: bounded by twice the partitions, whatever the data.
        List<Row> found = JobDescription.during(
                data.sparkSession(),
                "skew: find the heavy values of " + String.join(", ", keys),
                counted::collectAsList);
        return found.stream()
                .map(row -> hotKey(row, keys.size()))
                .sorted(HEAVIEST_FIRST)
                .limit(MAX_KEYS)
                .toList();
    }

    private static HotKey hotKey(Row row, int keys) {
        Object[] values = new Object[keys];
        for (int i = 0; i < keys; i++) {
            values[i] = row.get(i + 1);
        }
        long rows = row.getLong(keys + 1);
        return new HotKey(row.getLong(0), rows, rows, RowFactory.create(values));
    }
}
