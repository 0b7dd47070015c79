/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftleft;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.sum;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Computes what identifies the rows of a partition whatever their order and their files. */
final class Checksums {
    private static final String HASH = "_saltern_hash";
    private static final String ROWS = "_saltern_rows";
    private static final String HIGH = "_saltern_high";
    private static final String LOW = "_saltern_low";
    private static final int WORD = 32;

    private Checksums() {}

    /**
     * Returns rows and checksum of each partition below a folder, by one pass over its files and one shuffle of one row per partition
     * and task. The checksum is the sums of the high and of the low signed half of the rows' hashes. The halves are signed, so the sums of different rows stay small; they would overflow only beyond 2^31 equal rows.
     *
     * @param spark the session to compute with
     * @param table what the folder's files hold
     * @param folder a folder with Hive-style partition folders
     */
    static Map<Map<String, String>, DataFiles.Sum> compute(SparkSession spark, TableSpec table, String folder) {
        List<String> keys = table.partitionColumns();
        Dataset<Row> rows = spark.read().schema(table.schema()).parquet(folder);
        Column[] kept = new Column[keys.size() + 1];
        Column[] groups = new Column[keys.size()];
        Column[] told = new Column[keys.size() + 3];
        for (int i = 0; i < groups.length; i++) {
            String name = HashedColumns.quoted(keys.get(i));
            kept[i] = col(name);
            groups[i] = col(name);
            // Once per group: for each row it would take as long as to read the row.
            told[i] = col(name).cast("string");
        }
        told[keys.size()] = col(ROWS);
        told[keys.size() + 1] = col(HIGH);
        told[keys.size() + 2] = col(LOW);
        kept[keys.size()] = HashedColumns.hash(table.dataSchema()).as(HASH);
        Column hash = col(HASH);
        List<Row> sums = rows.select(kept)
                .groupBy(groups)
                .agg(
                        count(lit(1)).as(ROWS),
                        coalesce(sum(shiftright(hash, WORD)), lit(0L)).as(HIGH),
                        coalesce(sum(shiftright(shiftleft(hash, WORD), WORD)), lit(0L))
                                .as(LOW))
                .select(told)
                .collectAsList();
        Map<Map<String, String>, DataFiles.Sum> byPartition = new HashMap<>();
        for (Row row : sums) {
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                values.put(keys.get(i), row.isNullAt(i) ? PartitionPath.NULL : row.getString(i));
            }
            int at = keys.size();
            String checksum = String.format("%016x%016x", row.getLong(at + 1), row.getLong(at + 2));
            byPartition.put(values, new DataFiles.Sum(row.getLong(at), checksum));
        }
        return byPartition;
    }
}
