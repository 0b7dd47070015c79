/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.query;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.run.RootCause;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a command about data is about: a file, a folder of files, or a published table.
 *
 * @param what a path, or the name of a table
 * @param table whether it is a table
 * @param format the format that the user named, or empty to go by the endings of the files
 */
public record Input(String what, boolean table, Optional<Format> format) {

    /** Stands for the empty cell while Spark reads, so that it can tell it from the empty text in quotes. */
    private static final String NO_TEXT = "\0";

    /** How files are read. */
    public enum Format {
        /** RFC 4180 with a header; an empty cell is NULL, the empty text stands in quotes. */
        CSV("\\.csv"),
        /** One JSON object per line. */
        JSON("\\.(json|jsonl|ndjson)"),
        /** Parquet. */
        PARQUET("\\.parquet");

        private static final String COMPRESSED = "(\\.(gz|bz2|zst|snappy|lz4|deflate))?";

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        /** Returns the format of a file name, be it compressed or not, or empty if its ending is of no format. */
        public static Optional<Format> ofName(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(format -> lower.matches(".*" + format.ending + COMPRESSED))
                    .findFirst();
        }

        /**
         * Returns the format of that name.
         *
         * @throws SalternException with {@link ExitCode#USAGE} if there is none
         */
        public static Format named(String name) {
            return Arrays.stream(values())
                    .filter(format -> format.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new SalternException(
                            ExitCode.USAGE, "Invalid --format: " + name + " (must be csv, json or parquet)"));
        }
    }

    /**
     * Returns the rows, with the text of CSV cells as it stands in the file, not one of them turned into a number; runs a job to find the
     * columns of JSON.
     *
     * @param database where a table is looked up
     * @throws SalternException with {@link ExitCode#USAGE} if there is nothing of that name or its format is not known
     */
    public Dataset<Row> rows(SparkSession session, String database) {
        return read(session, database, false);
    }

    /** Returns the rows as {@link #rows}, but for CSV columns the type that fits all their cells, which takes one more pass. */
    public Dataset<Row> typedRows(SparkSession session, String database) {
        return read(session, database, true);
    }

    private Dataset<Row> read(SparkSession session, String database, boolean typed) {
        if (table) {
            if (!session.catalog().tableExists(database, what)) {
                throw usage("Cannot read table " + what + ": there is none of this name"
                        + new Question(session, database).tables());
            }
            return session.table(quoted(database) + "." + quoted(what));
        }
        Format known = requireFormat(session.sessionState().newHadoopConf());
        try {
            return switch (known) {
                case CSV -> reader(session, typed).csv(what);
                case JSON -> session.read().json(what);
                case PARQUET -> session.read().parquet(what);
            };
        } catch (Exception e) {
            throw new SalternException(ExitCode.USAGE, "Cannot read " + what + ": " + RootCause.of(e), e);
        }
    }

    /** A line end within quotes is text, so a file is read whole by one task. */
    private static DataFrameReader reader(SparkSession session, boolean typed) {
        return session.read()
                .options(Map.of(
                        "header", "true",
                        "multiLine", "true",
                        "quote", "\"",
                        "escape", "\"",
                        "nullValue", NO_TEXT,
                        "inferSchema", Boolean.toString(typed)));
    }

    private Format requireFormat(Configuration configuration) {
        try {
            Path path = new Path(what);
            FileSystem files = path.getFileSystem(configuration);
            FileStatus found = files.getFileStatus(path);
            if (format.isPresent()) {
                return format.get();
            }
            TreeSet<Format> formats = new TreeSet<>();
            collect(files, found, formats);
            if (formats.size() == 1) {
                return formats.first();
            }
            String names = formats.stream()
                    .map(known -> known.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            throw usage("Missing required --format: " + what
                    + (names.isEmpty()
                            ? " has no file that ends in .csv, .json or .parquet"
                            : " has files of " + names));
        } catch (FileNotFoundException e) {
            throw new SalternException(
                    ExitCode.USAGE,
                    "Cannot read " + what + ": there is no such file or folder. A published table stands with --table",
                    e);
        } catch (IOException | IllegalArgumentException e) {
            throw new SalternException(ExitCode.USAGE, "Cannot read " + what + ": " + RootCause.of(e), e);
        }
    }

    private static void collect(FileSystem files, FileStatus status, TreeSet<Format> formats) throws IOException {
        String name = status.getPath().getName();
        if (status.isFile()) {
            Format.ofName(name).ifPresent(formats::add);
            return;
        }
        for (FileStatus child : files.listStatus(status.getPath())) {
            boolean hidden = child.getPath().getName().startsWith("_")
                    || child.getPath().getName().startsWith(".");
            if (!hidden) {
                collect(files, child, formats);
            }
        }
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private static SalternException usage(String message) {
        return new SalternException(ExitCode.USAGE, message);
    }
}
