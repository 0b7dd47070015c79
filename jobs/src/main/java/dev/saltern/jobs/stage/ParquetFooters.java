/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import dev.saltern.conf.Source;
import dev.saltern.jobs.beside.SideBySide;
import dev.saltern.jobs.stage.read.PathColumns;
import dev.saltern.transforms.internal.Spark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * What the footers of Parquet files say, read by the driver.
 *
 * @param groups the files that can be read, by their schema
 * @param unreadable the others
 * @param rows of each of these files, by its path
 * @param drifts where the files' columns differ from the declared ones
 */
record ParquetFooters(
        Map<StructType, List<SourceFile>> groups,
        List<UnreadableFile> unreadable,
        Map<String, Long> rows,
        List<Drift> drifts) {
    private record Footer(SourceFile file, @Nullable StructType schema, long rows, String reason) {}

    static ParquetFooters of(SparkSession spark, Source source, StructType declared, List<SourceFile> files) {
        Configuration hadoop = Spark.state(spark).newHadoopConf();
        ParquetToSparkSchemaConverter converter =
                new ParquetToSparkSchemaConverter(Spark.state(spark).conf());
        List<Footer> footers = SideBySide.ask(files, file -> read(hadoop, converter, file));
        List<String> fromPath = PathColumns.of(source.columnsFromPath()).names();
        Map<StructType, List<SourceFile>> groups = new LinkedHashMap<>();
        List<UnreadableFile> unreadable = new ArrayList<>();
        Map<String, Long> rows = new HashMap<>();
        List<Drift> drifts = new ArrayList<>();
        for (Footer footer : footers) {
            if (footer.schema == null) {
                unreadable.add(new UnreadableFile(footer.file.path(), footer.reason));
            } else {
                groups.computeIfAbsent(footer.schema, schema -> new ArrayList<>())
                        .add(footer.file);
                rows.put(footer.file.path(), footer.rows);
                addDrifts(footer.file.path(), footer.schema, declared, fromPath, drifts);
            }
        }
        return new ParquetFooters(groups, unreadable, rows, drifts);
    }

    /** Returns how many rows the footers say that the files have. */
    long rowsOf(List<SourceFile> files) {
        return files.stream()
                .mapToLong(file -> rows.getOrDefault(file.path(), 0L))
                .sum();
    }

    private static Footer read(Configuration hadoop, ParquetToSparkSchemaConverter converter, SourceFile file) {
        if (file.size() == 0) {
            return new Footer(file, null, 0, "empty file (0 bytes)");
        }
        try (ParquetFileReader reader =
                ParquetFileReader.open(HadoopInputFile.fromPath(new Path(file.path()), hadoop))) {
            return new Footer(
                    file, converter.convert(reader.getFileMetaData().getSchema()), reader.getRecordCount(), "");
        } catch (IOException | RuntimeException | LinkageError e) {
            // Broken footers make the library fail in any way; the file is reported under its name.
            return new Footer(file, null, 0, FailureText.of(e));
        } catch (Exception e) { // AnalysisException is checked, but Spark's methods do not declare it
            return new Footer(file, null, 0, FailureText.of(e));
        }
    }

    private static void addDrifts(
            String path, StructType schema, StructType declared, List<String> fromPath, List<Drift> drifts) {
        List<String> names = List.of(schema.fieldNames());
        List<String> expected = List.of(declared.fieldNames());
        for (String name : names) {
            if (!expected.contains(name)) {
                drifts.add(new Drift(path, Drift.Kind.UNKNOWN, name));
            }
        }
        for (StructField field : declared.fields()) {
            if (!names.contains(field.name()) && !fromPath.contains(field.name())) {
                drifts.add(new Drift(path, Drift.Kind.MISSING, field.name()));
            }
        }
    }
}
