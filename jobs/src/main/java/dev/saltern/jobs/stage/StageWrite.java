/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.SourceFormat;
import dev.saltern.conf.terminal.Amounts;
import dev.saltern.jobs.parted.PartedParquet;
import dev.saltern.jobs.parted.Parts;
import dev.saltern.transforms.skew.detect.KeySketch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** One scan of files, written once. */
final class StageWrite {
    /**
     * What a write told.
     *
     * @param read number of records read
     * @param sketches of the kept rows, one for each list of keys that was asked for
     */
    record Written(long read, Map<List<String>, KeySketch> sketches) {}

    private static final String JOB_DESCRIPTION = "spark.job.description";

    private final SparkSession spark;
    private final StageRequest request;
    private final StructType schema;

    StageWrite(SparkSession spark, StageRequest request, StructType schema) {
        this.spark = spark;
        this.request = request;
        this.schema = schema;
    }

    /** Writes the files to the target, in place of what is there, and returns what passed on the way. */
    Written write(List<SourceFile> files, Map<StructType, List<SourceFile>> parquetGroups) {
        SparkSession session = StagingSession.of(spark);
        ReadCounter counter = new ReadCounter();
        List<RawFrame> frames = frames(session, files, parquetGroups);
        StagedRows rows = new StagedRows(request, schema);
        Dataset<Row> all = frames.stream()
                .map(frame -> counter.staged(frame, rows))
                .reduce(Dataset::unionAll)
                .orElseThrow();
        Dataset<Row> staged = counter.sketched(all, request.keySets(), schema);
        // Kept rows have no evidence, so that their files need no columns for it.
        Parts parts = new Parts(Verdict.COLUMN, Verdict.KEPT.label(), schema.length(), 0);
        long read = describing(
                "staging " + request.name() + ": " + Amounts.count(files.size(), "file"),
                () -> counter.during(
                        session,
                        () -> staged.write()
                                .mode(SaveMode.Overwrite)
                                .format(PartedParquet.FORMAT)
                                .options(parts.options())
                                .save(request.target())));
        return new Written(read, counter.sketches());
    }

    /** Reads Parquet files one by one and returns those that cannot be read to their end, or hold not the rows that the footer says. */
    List<UnreadableFile> probe(Map<StructType, List<SourceFile>> parquetGroups, Map<String, Long> footerRows) {
        List<UnreadableFile> unreadable = new ArrayList<>();
        parquetGroups.forEach((group, files) -> {
            for (SourceFile file : files) {
                long expected = footerRows.getOrDefault(file.path(), 0L);
                String failure = describing("probing " + file.path(), () -> failure(group, file, expected));
                if (failure != null) {
                    unreadable.add(new UnreadableFile(file.path(), failure));
                }
            }
        });
        return unreadable;
    }

    /** Returns the failure of Spark's job as one message with its innermost cause. */
    SalternException failed(Exception failure) {
        return new SalternException(
                ExitCode.STEP_FAILED, "Cannot stage " + request.name() + ": " + FailureText.of(failure), failure);
    }

    private List<RawFrame> frames(
            SparkSession session, List<SourceFile> files, Map<StructType, List<SourceFile>> parquetGroups) {
        if (request.source().format() != SourceFormat.PARQUET) {
            return List.of(TextFrame.of(session, request, files));
        }
        List<RawFrame> frames = new ArrayList<>();
        parquetGroups.forEach((group, members) -> frames.add(ParquetFrame.of(session, request, group, members)));
        return frames;
    }

    private @Nullable String failure(StructType group, SourceFile file, long expected) {
        SparkSession session = StagingSession.of(spark);
        ReadCounter counter = new ReadCounter();
        Dataset<Row> rows = counter.counted(
                ParquetFrame.of(session, request, group, List.of(file)).rows());
        try {
            long read = counter.during(
                    session,
                    () -> rows.write().format("noop").mode(SaveMode.Overwrite).save());
            return read == expected ? null : read + " rows can be read where the footer says " + expected;
        } catch (Exception e) { // SparkException is checked, but Spark's methods do not declare it
            if (e instanceof SparkException) {
                return FailureText.of(e);
            }
            throw e;
        }
    }

    private <T extends @Nullable Object> T describing(String description, Supplier<T> action) {
        String before = spark.sparkContext().getLocalProperty(JOB_DESCRIPTION);
        spark.sparkContext().setLocalProperty(JOB_DESCRIPTION, description);
        try {
            return action.get();
        } finally {
            spark.sparkContext().setLocalProperty(JOB_DESCRIPTION, before);
        }
    }
}
