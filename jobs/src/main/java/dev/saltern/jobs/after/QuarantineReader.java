/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.after;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.substring;

import dev.saltern.jobs.publish.run.Lake;
import dev.saltern.jobs.publish.run.SealedFile;
import dev.saltern.jobs.publish.run.SealedRun;
import dev.saltern.jobs.report.page.QuarantineSample;
import dev.saltern.jobs.report.page.QuarantineSample.Reason;
import dev.saltern.jobs.report.page.QuarantineSample.SampleRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;

/** Reads some rows of each reason from what a run wrote to its quarantine table. */
final class QuarantineReader {
    /** Of a larger quarantine the first files are read: a page is no reason for a long job. */
    private static final long MAX_BYTES = 256L << 20;

    private final SparkSession session;
    private final Lake lake;

    QuarantineReader(SparkSession session, Lake lake) {
        this.session = session;
        this.lake = lake;
    }

    /** Returns the rows of the run; two small jobs, or none if nothing was set aside. */
    QuarantineSample read(SealedRun run) {
        String table = run.table().table();
        long rows = run.manifest().rows();
        if (rows == 0) {
            return new QuarantineSample(table, 0, List.of(), true);
        }
        List<String> files = new ArrayList<>();
        long bytes = 0;
        long read = 0;
        for (SealedFile file : run.manifest().partitions().stream()
                .flatMap(partition -> partition.files().stream())
                .toList()) {
            if (files.isEmpty() || bytes + file.size() <= MAX_BYTES) {
                files.add(lake.resolve(run.path() + "/" + file.path()));
                bytes += file.size();
                read += file.rows();
            }
        }
        session.sparkContext().setJobDescription("sampling the quarantine");
        Dataset<Row> frame = session.read()
                .schema(run.table().dataSchema())
                .parquet(files.toArray(String[]::new))
                .withColumn("rule", coalesce(element_at(col("rule_ids"), 1), lit("unknown")));
        return new QuarantineSample(table, rows, reasons(frame), read == rows);
    }

    private static List<Reason> reasons(Dataset<Row> frame) {
        Map<List<String>, List<SampleRow>> samples = samples(frame);
        return frame.groupBy("source", "rule").count().collectAsList().stream()
                .map(row -> new Reason(
                        row.getString(0),
                        row.getString(1),
                        row.getLong(2),
                        samples.getOrDefault(List.of(row.getString(0), row.getString(1)), List.of())))
                .sorted(Comparator.comparingLong(Reason::rows)
                        .reversed()
                        .thenComparing(Reason::source)
                        .thenComparing(Reason::rule))
                .toList();
    }

    private static Map<List<String>, List<SampleRow>> samples(Dataset<Row> frame) {
        List<Row> rows = new ArrayList<>(frame.withColumn(
                        "place",
                        row_number().over(Window.partitionBy("source", "rule").orderBy("file", "line", "original")))
                .where(col("place").leq(QuarantineSample.MAX_ROWS))
                .select(
                        col("source"),
                        col("rule"),
                        col("file"),
                        col("line"),
                        substring(col("original"), 1, QuarantineSample.MAX_TEXT),
                        length(col("original")).gt(QuarantineSample.MAX_TEXT),
                        col("reasons"),
                        col("place"))
                .collectAsList());
        // So few are sorted here: in Spark it would be one more job.
        rows.sort(Comparator.comparingInt(row -> row.getInt(7)));
        Map<List<String>, List<SampleRow>> samples = new HashMap<>();
        rows.forEach(
                row -> samples.computeIfAbsent(List.of(row.getString(0), row.getString(1)), key -> new ArrayList<>())
                        .add(sample(row)));
        return samples;
    }

    private static SampleRow sample(Row row) {
        return new SampleRow(
                row.isNullAt(2) ? null : row.getString(2),
                row.isNullAt(3) ? null : row.getLong(3),
                row.isNullAt(4) ? "" : row.getString(4),
                !row.isNullAt(5) && row.getBoolean(5),
                row.isNullAt(6) ? List.of() : row.getList(6));
    }
}
