/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.journal.Change;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.run.TableSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Counts what readers get. */
final class Verifier {
    private final SparkSession spark;
    private final History history;

    Verifier(SparkSession spark, History history) {
        this.spark = spark;
        this.history = history;
    }

    /**
     * Reads the partitions that an entry changed through the catalog, as any reader would, and compares their rows with the journal.
     * Spark answers from the footers; no column is read. Partitions that a newer entry has taken over are left to it.
     *
     * @param table a table whose catalog follows this entry or a newer one
     * @param entry the entry
     * @return the rows of all partitions that the entry published
     * @throws SalternException if a partition has more or fewer rows, or should not be there
     */
    long verify(TableSpec table, JournalEntry entry) {
        List<Change> changes = entry.changes();
        if (changes.isEmpty()) {
            return 0;
        }
        Map<Map<String, String>, Long> counted = count(table, changes);
        // Read after counting, so that whatever was taken over before the count is known.
        Map<Map<String, String>, PartitionState> states =
                history.newest(table.table()).map(JournalEntry::states).orElse(Map.of());
        long total = 0;
        for (Change change : changes) {
            long rows = counted.getOrDefault(change.values(), 0L);
            PartitionState state = states.get(change.values());
            String location = state == null ? null : state.location();
            boolean isOurs = Objects.equals(location, change.newLocation());
            if (isOurs && rows != change.rows()) {
                throw new SalternException(
                        ExitCode.INTERNAL,
                        "Cannot verify " + table + " at version " + entry.version() + ": partition " + change.values()
                                + " has " + rows + " rows through the catalog, the journal says " + change.rows());
            }
            total += change.rows();
        }
        return total;
    }

    private Map<Map<String, String>, Long> count(TableSpec table, List<Change> changes) {
        List<String> columns = table.partitionColumns();
        Dataset<Row> rows = spark.table(table.quotedName());
        Column[] groups = new Column[columns.size()];
        for (int i = 0; i < groups.length; i++) {
            String name = columns.get(i);
            Column column = functions.col("`" + name.replace("`", "``") + "`");
            Object[] values = changes.stream()
                    .map(change -> change.values().get(name))
                    .distinct()
                    .toArray();
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
