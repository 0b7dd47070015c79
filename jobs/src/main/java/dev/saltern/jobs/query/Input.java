/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.query;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.run.RootCause;
import dev.saltern.transforms.internal.Spark;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalog.Column;

/**
 * What a command about data is about: a file, a folder of files, or a published table.
 *
 * @param what a path, or the name of a table
 * @param table whether it is a table
 * @param format the format that the user named, or empty to go by the endings of the files: files of other endings are passed over
 * @param nullText what stands for NULL in CSV besides the empty cell, or empty for nothing
 * @param delimiter what stands between two cells of CSV, or empty for the comma
 */
public record Input(
        String what, boolean table, Optional<Format> format, Optional<String> nullText, Optional<String> delimiter) {

    /** Stands for the empty cell while Spark reads, so that it can tell it from the empty text in quotes. */
    private static final String NO_TEXT = "\0";

    /** How files are read. */
    public enum Format {
        /** RFC 4180 with a header; an empty cell is NULL, the empty text stands in quotes. */
        CSV("\\.csv", "*.[cC][sS][vV]*"),
        /** One JSON object per line. */
        JSON("\\.(json|jsonl|ndjson)", "*.{[jJ][sS][oO][nN],[jJ][sS][oO][nN][lL],[nN][dD][jJ][sS][oO][nN]}*"),
        /** Parquet. */
        PARQUET("\\.parquet", "*.[pP][aA][rR][qQ][uU][eE][tT]*");

        private static final String COMPRESSED = "(\\.(gz|bz2|zst|snappy|lz4|deflate))?";

        private final String ending;
        private final String glob;

        Format(String ending, String glob) {
            this.ending = ending;
            this.glob = glob;
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

    /** Returns the columns that the folders of a table are named by; none for files. */
    public List<String> partitionColumns(SparkSession session, String database) {
        if (!table) {
            return List.of();
        }
        try {
            return session.catalog().listColumns(database, what).collectAsList().stream()
                    .filter(Column::isPartition)
                    .map(Column::name)
                    .toList();
        } catch (AnalysisException e) {
            throw new IllegalStateException("Cannot read the columns of " + what, e);
        }
    }

    private Dataset<Row> read(SparkSession session, String database, boolean typed) {
        if (table) {
            if (!session.catalog().tableExists(database, what)) {
                throw usage("Cannot read table " + what + ": there is none of this name"
                        + new Question(session, database).tables());
            }
            return session.table(quoted(database) + "." + quoted(what));
        }
        InputFiles files = InputFiles.list(what, Spark.state(session).newHadoopConf());
        Format known = format.orElseGet(files::requireFormat);
        try {
            DataFrameReader reader = session.read().option("recursiveFileLookup", !files.partitioned());
            if (format.isEmpty()) {
                // A folder may hold a README beside its data.
                reader.option("pathGlobFilter", known.glob);
            }
            return switch (known) {
                case CSV -> reader.options(csv(typed)).csv(what);
                case JSON -> reader.json(what);
                case PARQUET -> reader.option("mergeSchema", true).parquet(what);
            };
        } catch (Exception e) {
            throw new SalternException(ExitCode.USAGE, "Cannot read " + what + ": " + RootCause.of(e), e);
        }
    }

    /** A line end within quotes is text, so a file is read whole by one task. */
    private Map<String, String> csv(boolean typed) {
        return Map.of(
                "header", "true",
                "sep", delimiter.orElse(","),
                "multiLine", "true",
                "quote", "\"",
                "escape", "\"",
                "nullValue", nullText.orElse(NO_TEXT),
                "inferSchema", Boolean.toString(typed));
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private static SalternException usage(String message) {
        return new SalternException(ExitCode.USAGE, message);
    }
}
