/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.profile;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.run.RootCause;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Reads files whose schema nobody has written down yet, so with Spark's own readers and inferred types, not with the reader of
 * a pipeline's sources, which needs a schema. CSV has a header, quotes doubled and line breaks only outside quotes; JSON has an
 * object on each line.
 */
public final class RawInput {
    private static final List<String> FORMATS = List.of("csv", "json", "parquet");

    private final SparkSession session;
    private final @Nullable String format;
    private final @Nullable String nullText;

    /**
     * Reads in a session.
     *
     * @param format csv, json or parquet; null to go by the names of the files
     * @param nullText what stands for NULL in CSV besides the empty cell; null for nothing
     */
    public RawInput(SparkSession session, @Nullable String format, @Nullable String nullText) {
        this.session = session;
        this.format = format;
        this.nullText = nullText;
    }

    /**
     * Returns the rows of a file, or of all files in a folder and the folders in it.
     *
     * @throws SalternException with {@link ExitCode#USAGE} if it is not there or of no known format
     */
    public Dataset<Row> rows(String place) {
        if (format != null && !FORMATS.contains(format)) {
            throw usage("Invalid --format: " + format + " (must be csv, json or parquet)");
        }
        String found = format == null ? byName(place) : format;
        try {
            return read(place, found);
        } catch (Exception e) {
            throw new SalternException(ExitCode.USAGE, "Cannot read " + place + ": " + RootCause.of(e), e);
        }
    }

    private Dataset<Row> read(String place, String found) {
        DataFrameReader reader = session.read().option("recursiveFileLookup", !hasPartitions(place));
        if (format == null) {
            // A folder may hold a README, or the same in another format.
            reader.option("pathGlobFilter", found.equals("json") ? "*.{json,ndjson,jsonl}*" : "*." + found + "*");
        }
        return switch (found) {
            case "csv" ->
                reader.option("header", true)
                        .option("inferSchema", true)
                        .option("escape", "\"")
                        .option("nullValue", nullText == null ? "" : nullText)
                        .csv(place);
            case "json" -> reader.json(place);
            default -> reader.option("mergeSchema", true).parquet(place);
        };
    }

    /** Folders such as dt=2026-01-31 hold a column. */
    private boolean hasPartitions(String place) {
        return first(place, path -> path.toString().matches(".*/[^/]+=[^/]*/[^/]+"))
                .isPresent();
    }

    private String byName(String place) {
        Path file = first(place, path -> formatOf(path).isPresent())
                .orElseThrow(() -> usage("Cannot tell the format of " + place
                        + ": no file ends in .csv, .json, .ndjson, .jsonl or .parquet. Name it with --format"));
        return formatOf(file).orElseThrow();
    }

    private static Optional<String> formatOf(Path path) {
        String name = path.getName().toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|bz2|zst|snappy|lz4|deflate)$", "");
        if (name.matches(".*\\.(json|ndjson|jsonl)")) {
            return Optional.of("json");
        }
        return Stream.of("csv", "parquet")
                .filter(known -> name.endsWith("." + known))
                .findFirst();
    }

    private Optional<Path> first(String place, Predicate<Path> wanted) {
        Path path = new Path(place);
        try {
            FileSystem files = path.getFileSystem(session.sessionState().newHadoopConf());
            if (!files.exists(path)) {
                throw usage("Cannot read " + place + ": there is no such file or folder");
            }
            RemoteIterator<LocatedFileStatus> all = files.listFiles(path, true);
            while (all.hasNext()) {
                Path next = all.next().getPath();
                if (!next.getName().matches("[._].*") && wanted.test(next)) {
                    return Optional.of(next);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new SalternException(ExitCode.USAGE, "Cannot list " + place + ": " + RootCause.of(e), e);
        }
    }

    private static SalternException usage(String message) {
        return new SalternException(ExitCode.USAGE, message);
    }
}
