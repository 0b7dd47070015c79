/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.replay;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;

import dev.saltern.conf.Source;
import dev.saltern.conf.SourceFormat;
import dev.saltern.jobs.stage.SourceFile;
import dev.saltern.jobs.stage.SourceFiles;
import dev.saltern.transforms.internal.Spark;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Little raw files of records that were set aside: each the like of the file that the records stand in, with its name, header, encoding
 * and compression, under a folder of its own. What a path tells of its records is so told again, unless it is told from the path's very
 * start.
 */
final class RawCopies {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final SparkSession session;
    private final Source source;
    private final String folder;
    private final Configuration hadoop;
    private final List<SourceFile> copies = new ArrayList<>();
    private long written;
    private long gone;

    RawCopies(SparkSession session, Source source, String folder) {
        this.session = session;
        this.source = source;
        this.folder = folder;
        this.hadoop = Spark.state(session).newHadoopConf();
    }

    /** Returns how many records were written. */
    long written() {
        return written;
    }

    /** Returns how many records stand in files that are no longer there. */
    long gone() {
        return gone;
    }

    /**
     * Writes the records of those files that a run would read.
     *
     * @param rows file STRING, line BIGINT, original STRING; read once, in the order of file and line
     * @param listed the files that a run would read
     */
    SourceFiles write(Dataset<Row> rows, SourceFiles listed) {
        Map<String, SourceFile> known =
                listed.files().stream().collect(Collectors.toMap(SourceFile::path, Function.identity()));
        try {
            if (source.format() == SourceFormat.PARQUET) {
                writeParquet(rows, known);
            } else {
                writeText(rows, known);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy records that were set aside to " + folder, e);
        }
        copies.sort(Comparator.comparing(SourceFile::path));
        return new SourceFiles(copies, List.of(folder));
    }

    private void writeText(Dataset<Row> rows, Map<String, SourceFile> known) throws IOException {
        Iterator<Row> records = rows.orderBy("file", "line", "original").toLocalIterator();
        String open = "";
        Writer writer = Writer.nullWriter();
        try {
            while (records.hasNext()) {
                Row row = records.next();
                SourceFile original = known.get(row.getString(0));
                if (original == null) {
                    gone++;
                    continue;
                }
                if (!original.path().equals(open)) {
                    close(writer, known.get(open));
                    open = original.path();
                    writer = open(original);
                }
                writer.write(Objects.toString(row.getString(2), ""));
                writer.write('\n');
                written++;
            }
        } finally {
            close(writer, known.get(open));
        }
    }

    private Writer open(SourceFile original) throws IOException {
        Path path = copy(original);
        CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
        FileSystem files = path.getFileSystem(hadoop);
        Writer writer = new OutputStreamWriter(
                codec == null ? files.create(path) : codec.createOutputStream(files.create(path)), source.encoding());
        if (source.format() == SourceFormat.CSV && source.header()) {
            writer.write(header(original));
            writer.write('\n');
        }
        return writer;
    }

    private void close(Writer writer, @Nullable SourceFile original) throws IOException {
        writer.close();
        if (original != null) {
            Path path = copy(original);
            add(path.getFileSystem(hadoop).getFileStatus(path), original);
        }
    }

    private void add(FileStatus copy, SourceFile original) {
        copies.add(new SourceFile(
                copy.getPath().toString(),
                copy.getLen(),
                original.modifiedMillis(),
                original.version(),
                original.period()));
    }

    /** Returns the first line that is not blank. */
    private String header(SourceFile original) throws IOException {
        Path path = new Path(original.path());
        CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
        FileSystem files = path.getFileSystem(hadoop);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                codec == null ? files.open(path) : codec.createInputStream(files.open(path)), source.encoding()))) {
            return reader.lines()
                    .map(line -> line.startsWith(String.valueOf(BYTE_ORDER_MARK)) ? line.substring(1) : line)
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .orElse("");
        }
    }

    private void writeParquet(Dataset<Row> rows, Map<String, SourceFile> known) throws IOException {
        for (Row counted : rows.groupBy("file").count().orderBy("file").collectAsList()) {
            SourceFile original = known.get(counted.getString(0));
            if (original == null) {
                gone += counted.getLong(1);
                continue;
            }
            StructType schema = session.read()
                    .option("__globPaths__", "false")
                    .parquet(original.path())
                    .schema();
            Path path = copy(original);
            rows.where(col("file").equalTo(original.path()))
                    .select(from_json(col("original"), schema).as("row"))
                    .select("row.*")
                    .write()
                    .parquet(path.toString());
            written += counted.getLong(1);
            for (FileStatus part : path.getFileSystem(hadoop).listStatus(path)) {
                if (part.getPath().getName().endsWith(".parquet")) {
                    add(part, original);
                }
            }
        }
    }

    private Path copy(SourceFile original) {
        return new Path(
                folder + "/" + new Path(original.path()).toUri().getPath().replaceFirst("^/+", ""));
    }
}
