/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.saltern.jobs.publish.run.TableSpec;
import java.util.ArrayList;
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
    /** Tables in one query: to plan one is cheaper than to plan many, as long as it is not too long. */
    private static final int TABLES = 16;

    private static final String ROWS = "_saltern_rows";

    private final SparkSession spark;

    /** Counts in a session whose catalog is the one that readers ask. */
    public SparkRowCounter(SparkSession spark) {
        this.spark = spark;
    }

    @Override
    public Map<Map<String, String>, Long> count(TableSpec table, List<Map<String, String>> partitions) {
        return count(List.of(new Wanted(table, partitions))).get(0);
    }

    @Override
    public List<Map<Map<String, String>, Long>> count(List<Wanted> tables) {
        List<Map<Map<String, String>, Long>> counts = new ArrayList<>();
        for (int from = 0; from < tables.size(); from += TABLES) {
            counts.addAll(counted(tables.subList(from, Math.min(tables.size(), from + TABLES))));
        }
        return counts;
    }

    private List<Map<Map<String, String>, Long>> counted(List<Wanted> tables) {
        List<Map<Map<String, String>, Long>> counts = new ArrayList<>();
        Dataset<Row> query = rows(tables.get(0), 0);
        counts.add(new HashMap<>());
        for (int i = 1; i < tables.size(); i++) {
            query = query.unionAll(rows(tables.get(i), i));
            counts.add(new HashMap<>());
        }
        String what = tables.size() == 1 ? tables.get(0).table().table() : tables.size() + " tables";
        spark.sparkContext().setJobDescription("verify: count " + what + " through the catalog");
        try {
            for (Row row : query.collectAsList()) {
                List<String> columns = tables.get(row.getInt(0)).table().partitionColumns();
                counts.get(row.getInt(0)).put(values(columns, row.getList(1)), row.getLong(2));
            }
            return counts;
        } finally {
            spark.sparkContext().setJobDescription(null);
        }
    }

    /** Returns a row for each partition: the number of the table, the partition's values in their order, its rows. */
    private Dataset<Row> rows(Wanted wanted, int number) {
        List<String> columns = wanted.table().partitionColumns();
        Dataset<Row> rows = spark.table(wanted.table().quotedName());
        Column[] groups = new Column[columns.size()];
        Column[] texts = new Column[columns.size()];
        for (int i = 0; i < groups.length; i++) {
            String name = columns.get(i);
            Column column = col("`" + name.replace("`", "``") + "`");
            Object[] values = wanted.partitions().stream()
                    .map(each -> each.get(name))
                    .distinct()
                    .toArray();
            rows = rows.filter(column.isin(values));
            // What a column says is made a text once per group: for each row that takes longer than to read it.
            groups[i] = column;
            texts[i] = column.cast("string");
        }
        return rows.groupBy(groups).agg(functions.count(lit(1)).as(ROWS)).select(lit(number), array(texts), col(ROWS));
    }

    private static Map<String, String> values(List<String> columns, List<String> texts) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), String.valueOf(texts.get(i)));
        }
        return values;
    }
}
