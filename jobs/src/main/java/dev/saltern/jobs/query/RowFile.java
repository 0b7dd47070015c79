/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.query;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.run.RootCause;
import dev.saltern.jobs.search.JsonRows;
import dev.saltern.transforms.internal.Spark;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One file that rows are written to, in their order.
 *
 * @param name the path, or empty for standard output
 * @param format how rows are written: CSV with NULL as the empty cell and the empty text as {@code ""}, JSON one object per line
 */
public record RowFile(String name, Input.Format format) {

    /**
     * Returns the file of that name, in the format of its ending.
     *
     * @throws SalternException with {@link ExitCode#USAGE} if the ending is of no format
     */
    public static RowFile named(String name) {
        return Input.Format.ofName(name)
                // What is written is not compressed, so the name must not say so.
                .filter(format -> Input.Format.ofName(name + ".gz").isPresent())
                .map(format -> new RowFile(name, format))
                .orElseThrow(() -> new SalternException(
                        ExitCode.USAGE, "Invalid --output: " + name + " (must end in .csv, .json or .parquet)"));
    }

    /** Returns standard output; Parquet does not go there. */
    public static RowFile standardOutput(boolean json) {
        return new RowFile("", json ? Input.Format.JSON : Input.Format.CSV);
    }

    /**
     * Throws if the file is there.
     *
     * @throws SalternException with {@link ExitCode#USAGE}
     */
    public void requireNew(Configuration configuration) {
        try {
            if (!name.isEmpty() && files(configuration).exists(new Path(name))) {
                throw new SalternException(
                        ExitCode.USAGE, "Cannot write " + name + ": it is there. Remove it, or name another --output");
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * Writes all rows; a file appears when it is whole.
     *
     * @param out where they go if this is standard output
     */
    public void write(Dataset<Row> rows, PrintWriter out) {
        if (name.isEmpty()) {
            lines(rows, out);
            return;
        }
        Configuration configuration = Spark.state(rows.sparkSession()).newHadoopConf();
        Path target = new Path(name);
        Path part = new Path(target + ".part-" + UUID.randomUUID());
        try {
            FileSystem files = files(configuration);
            try {
                if (format == Input.Format.PARQUET) {
                    rows.write().parquet(part.toString());
                    move(files, onlyFile(files, part), target);
                } else {
                    try (PrintWriter writer =
                            new PrintWriter(new OutputStreamWriter(files.create(part), StandardCharsets.UTF_8))) {
                        lines(rows, writer);
                        if (writer.checkError()) {
                            throw new IOException("the file system took no more");
                        }
                    }
                    move(files, part, target);
                }
            } finally {
                files.delete(part, true);
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void lines(Dataset<Row> rows, PrintWriter out) {
        if (format == Input.Format.JSON) {
            JsonRows.of(rows).toLocalIterator().forEachRemaining(object -> out.print(object + "\n"));
        } else {
            out.print(Arrays.stream(rows.columns()).map(Question::quoted).collect(Collectors.joining(",")) + "\n");
            Iterator<Row> all = Question.asText(rows).toLocalIterator();
            all.forEachRemaining(row -> out.print(line(row) + "\n"));
        }
        out.flush();
    }

    private static String line(Row row) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> row.isNullAt(i) ? "" : cell(row.getString(i)))
                .collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        return text.isEmpty() ? "\"\"" : Question.quoted(text);
    }

    private static Path onlyFile(FileSystem files, Path folder) throws IOException {
        FileStatus[] parts = files.listStatus(folder, path -> path.getName().startsWith("part-"));
        if (parts.length != 1) {
            throw new IOException("it came in " + parts.length + " files");
        }
        return parts[0].getPath();
    }

    private static void move(FileSystem files, Path from, Path to) throws IOException {
        if (!files.rename(from, to)) {
            throw new IOException("the file system did not rename " + from);
        }
        if (files instanceof ChecksumFileSystem local) {
            // Hadoop's hidden checksum beside a local file would outlive it.
            local.getRawFileSystem().delete(local.getChecksumFile(to), false);
        }
    }

    private FileSystem files(Configuration configuration) throws IOException {
        return new Path(name).getFileSystem(configuration);
    }

    private SalternException failure(IOException e) {
        return new SalternException(ExitCode.STEP_FAILED, "Cannot write " + name + ": " + RootCause.of(e), e);
    }
}
