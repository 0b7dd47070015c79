/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * How many rows of a side have each of a few keys.
 *
 * @param all rows of the side
 * @param byHash rows by the hash of their key; a key without rows is not in it
 */
record Partners(long all, Map<Long, Long> byHash) {
    /** Copies the map. */
    Partners {
        byHash = Map.copyOf(byHash);
    }

    /** Counts in one pass over the key columns, in one job; at most one row for each key comes to the driver. */
    static Partners count(Dataset<Row> rows, List<String> on, List<Long> hashes) {
        Keys keys = new Keys(on, hashes);
        SparkContext context = rows.sparkSession().sparkContext();
        String before = context.getLocalProperty("spark.job.description");
        context.setJobDescription(
                "skewed join: count the partners of " + hashes.size() + " hot keys of " + String.join(", ", on));
        try {
            List<Row> counts = rows.select(when(keys.isHot(), keys.hash()).as("hash"))
                    .groupBy("hash")
                    .agg(functions.count(lit(1)))
                    .collectAsList();
            Map<Long, Long> byHash = new HashMap<>();
            counts.stream().filter(row -> !row.isNullAt(0)).forEach(row -> byHash.put(row.getLong(0), row.getLong(1)));
            return new Partners(counts.stream().mapToLong(row -> row.getLong(1)).sum(), byHash);
        } finally {
            context.setJobDescription(before);
        }
    }
}
