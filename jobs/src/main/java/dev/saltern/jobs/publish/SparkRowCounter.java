/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.jobs.publish.run.TableSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Counts rows by a query. Spark answers from the footers; no column is read. */
public final class SparkRowCounter implements RowCounter {
    private final SparkSession spark;

    /** Counts in a session whose catalog is the one that readers ask. */
    public SparkRowCounter(SparkSession spark) {
        this.spark = spark;
    }

    @Override
    public Map<Map<String, String>, Long> count(TableSpec table, List<Map<String, String>> partitions) {
        List<String> columns = table.partitionColumns();
        Dataset<Row> rows = spark.table(table.quotedName());
        Column[] groups = new Column[columns.size()];
        for (int i = 0; i < groups.length; i++) {
            String name = columns.get(i);
            Column column = functions.col("`" + name.replace("`", "``") + "`");
            Object[] values =
                    partitions.stream().map(each -> each.get(name)).distinct().toArray();
            rows = rows.filter(column.isin(values));
            groups[i] = column.cast("string");
        }
        spark.sparkContext().setJobDescription("verify: count " + table.table() + " through the catalog");
        try {
            return byPartition(rows.groupBy(groups).count().collectAsList(), columns);
        } finally {
            spark.sparkContext().setJobDescription(null);
        }
    }

    private static Map<Map<String, String>, Long> byPartition(List<Row> counts, List<String> columns) {
        Map<Map<String, String>, Long> byPartition = new HashMap<>();
        for (Row row : counts) {
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                values.put(columns.get(i), String.valueOf(row.getString(i)));
            }
            byPartition.put(values, row.getLong(columns.size()));
        }
        return byPartition;
    }
}
