/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.replay;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import dev.saltern.conf.Environment;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Pipeline;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.publish.run.Claim;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** The rows of a pipeline's quarantine table that some days hold, as the catalog shows them at one moment. */
final class SetAsideRows {
    private final Dataset<Row> rows;

    /**
     * What was set aside from one source or output.
     *
     * @param rows how many rows
     * @param byRule how many of them break each rule; a row that breaks two counts under both
     */
    record Count(long rows, Map<String, Long> byRule) {
        static final Count NONE = new Count(0, Map.of());
    }

    private SetAsideRows(Dataset<Row> rows) {
        this.rows = rows;
    }

    /** Returns the rows of the days; none if the table was never published. */
    static SetAsideRows of(SparkSession session, Environment environment, Pipeline pipeline, Scope scope) {
        String table = "`" + environment.database() + "`.`" + pipeline.quarantineTable() + "`";
        // A session of its own lists the files anew: a run may have published since the last look.
        SparkSession fresh = session.newSession();
        return new SetAsideRows(
                fresh.catalog().tableExists(table)
                        ? fresh.table(table).where(claimed(fresh.table(table), scope, pipeline.partitioning()))
                        : fresh.sql("SELECT '' AS source, '' AS file, 0L AS line, '' AS original,"
                                + " array('') AS rule_ids, '' AS run_id WHERE false"));
    }

    /** Returns how much was set aside from each source and output, by name. One job over three columns. */
    Map<String, Count> counts() {
        Map<String, Long> all = new TreeMap<>();
        rows.groupBy("source").count().collectAsList().forEach(row -> all.put(row.getString(0), row.getLong(1)));
        Map<String, Map<String, Long>> byRule = new TreeMap<>();
        rows.select(col("source"), explode(array_distinct(col("rule_ids"))).as("rule"))
                .groupBy("source", "rule")
                .count()
                .collectAsList()
                .forEach(row -> byRule.computeIfAbsent(row.getString(0), source -> new TreeMap<>())
                        .put(row.getString(1), row.getLong(2)));
        Map<String, Count> counts = new TreeMap<>();
        all.forEach((source, count) -> counts.put(source, new Count(count, byRule.getOrDefault(source, Map.of()))));
        return counts;
    }

    /** Returns the ids of the runs that set the rows aside. */
    Set<String> runs() {
        Set<String> runs = new TreeSet<>();
        rows.select("run_id").distinct().collectAsList().forEach(row -> runs.add(row.getString(0)));
        return runs;
    }

    /** Returns file STRING, line BIGINT and original STRING of what was set aside from a source or output. */
    Dataset<Row> of(String source) {
        return rows.where(col("source").equalTo(source)).select("file", "line", "original");
    }

    /** Each column by the set of its values, which Spark hands on to the catalog; several columns hold the values of a partition together. */
    private static Column claimed(Dataset<Row> table, Scope scope, Partitioning partitioning) {
        List<Map<String, String>> partitions = Claim.of(scope, partitioning).partitions();
        List<String> columns = partitioning.columns();
        Column each = columns.stream()
                .map(name -> col(name)
                        .isin(partitions.stream()
                                .map(values -> typed(table, name, values))
                                .distinct()
                                .toArray()))
                .reduce(lit(true), Column::and);
        if (columns.size() < 2) {
            return each;
        }
        Column values = struct(columns.stream().map(functions::col).toArray(Column[]::new));
        return each.and(values.isin(partitions.stream()
                .map(partition -> struct(columns.stream()
                        .map(name -> typed(table, name, partition))
                        .toArray(Column[]::new)))
                .toArray()));
    }

    private static Column typed(Dataset<Row> table, String name, Map<String, String> values) {
        return lit(values.get(name)).cast(table.schema().apply(name).dataType());
    }
}
