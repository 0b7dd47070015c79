/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.beside.SideBySide;
import dev.saltern.jobs.stage.read.RawColumns;
import dev.saltern.transforms.internal.Spark;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** What one write has left in its target. */
final class StagedFiles {
    private static final StructType EVIDENCE = new StructType()
            .add(RawColumns.FILE, DataTypes.StringType)
            .add(RawColumns.LINE, DataTypes.LongType)
            .add(RawColumns.ORIGINAL, DataTypes.StringType)
            .add(StagedRows.IDS, DataTypes.createArrayType(DataTypes.StringType))
            .add(StagedRows.REASONS, DataTypes.createArrayType(DataTypes.StringType))
            .add(StagedRows.DAY, DataTypes.DateType)
            .add(StagedRows.LATE, DataTypes.DateType);

    private final SparkSession spark;
    private final Configuration hadoop;
    private final @Nullable String target;

    StagedFiles(SparkSession spark, @Nullable String target) {
        this.spark = spark;
        this.hadoop = Spark.state(spark).newHadoopConf();
        this.target = target;
    }

    /** Returns the files of a source of which nothing was written. */
    static StagedFiles none(SparkSession spark) {
        return new StagedFiles(spark, null);
    }

    /** Returns the rows of a verdict, from the footers of its files. */
    long rows(Verdict verdict) {
        if (target == null) {
            return 0;
        }
        Path folder = verdict.folder(target);
        try {
            return SideBySide.ask(files(folder), this::rowsOf).stream()
                    .mapToLong(Long::longValue)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            throw new SalternException(
                    ExitCode.STEP_FAILED, "Cannot read the staged files in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Returns the kept rows with the columns of the schema. */
    Dataset<Row> kept(StructType schema) {
        return frame(schema, List.of(Verdict.KEPT, Verdict.LATE));
    }

    /** Returns the rows that are set aside with the columns of {@link StagedSource#setAside}. */
    Dataset<Row> setAside(String source, Partitioning partitioning) {
        return aside(source, partitioning, Verdict.CORRUPT, Verdict.QUARANTINED);
    }

    /** Returns the rows of the verdicts with the columns of {@link StagedSource#setAside}. */
    Dataset<Row> aside(String source, Partitioning partitioning, Verdict... verdicts) {
        List<Column> columns = new ArrayList<>(List.of(
                functions.lit(source).as("source"),
                col(RawColumns.FILE).as("file"),
                col(RawColumns.LINE).as("line"),
                col(RawColumns.ORIGINAL).as("original"),
                col(StagedRows.IDS).as("rule_ids"),
                col(StagedRows.REASONS).as("reasons")));
        columns.addAll(Columns.partition(partitioning, col(StagedRows.DAY)));
        return evidence(verdicts).select(columns.toArray(Column[]::new));
    }

    /** Returns how many rows of the verdict break each rule. */
    Map<String, Long> rowsByRule(Verdict verdict) {
        Map<String, Long> counts = new TreeMap<>();
        evidence(verdict)
                .select(explode(array_distinct(col(StagedRows.IDS))).as("id"))
                .groupBy("id")
                .count()
                .collectAsList()
                .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        return counts;
    }

    /** Returns for each file with late rows how many there are of which earlier period. One job over two columns, nearly all NULL. */
    Map<String, Map<LocalDate, Long>> late() {
        Map<String, Map<LocalDate, Long>> late = new TreeMap<>();
        evidence(Verdict.ELSEWHERE, Verdict.QUARANTINED, Verdict.DROPPED, Verdict.LATE)
                .where(col(StagedRows.LATE).isNotNull())
                .groupBy(RawColumns.FILE, StagedRows.LATE)
                .count()
                .collectAsList()
                .forEach(row -> late.computeIfAbsent(row.getString(0), file -> new TreeMap<>())
                        .put(row.getDate(1).toLocalDate(), row.getLong(2)));
        return late;
    }

    /** Returns the markers that the reader left about files. */
    List<Row> markers(Verdict verdict) {
        return evidence(verdict)
                .select(RawColumns.FILE, StagedRows.IDS, StagedRows.REASONS)
                .distinct()
                .orderBy(RawColumns.FILE, StagedRows.REASONS)
                .collectAsList();
    }

    private Dataset<Row> evidence(Verdict... verdicts) {
        return frame(EVIDENCE, List.of(verdicts));
    }

    private Dataset<Row> frame(StructType schema, List<Verdict> verdicts) {
        List<String> folders = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            if (target != null && exists(verdict.folder(target))) {
                folders.add(verdict.folder(target).toString());
            }
        }
        return folders.isEmpty()
                ? spark.createDataFrame(List.of(), schema)
                : spark.read()
                        .schema(schema)
                        // Which folders are read is known: nothing is to be inferred from their names.
                        .option("recursiveFileLookup", "true")
                        .option("__globPaths__", "false")
                        .parquet(folders.toArray(String[]::new));
    }

    private boolean exists(Path folder) {
        try {
            return !files(folder).isEmpty();
        } catch (IOException e) {
            throw new SalternException(ExitCode.STEP_FAILED, "Cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    private List<FileStatus> files(Path folder) throws IOException {
        FileSystem files = folder.getFileSystem(hadoop);
        try {
            List<FileStatus> found = new ArrayList<>();
            for (FileStatus file : files.listStatus(folder)) {
                if (file.getPath().getName().endsWith(".parquet")) {
                    found.add(file);
                }
            }
            return found;
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    private long rowsOf(FileStatus file) {
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromStatus(file, hadoop))) {
            return reader.getRecordCount();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
