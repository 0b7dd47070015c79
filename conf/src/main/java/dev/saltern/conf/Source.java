/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Raw files that a pipeline reads: where they are, how they are written, and what is done with what does not fit.
 *
 * <p>Every key has one meaning in all formats; a key that a format has no use for is refused by the loader.
 */
public record Source(
        @Key(
                doc = "A folder, file or glob; ${dt}, ${year}, ${month} and ${day} stand for each day of the run.",
                runVariables = {"dt", "year", "month", "day"})
        String path,

        @Key(doc = "How the files are written: csv, json, parquet or fixed-width.")
        SourceFormat format,

        @Key(doc = "The columns as Spark DDL, or a .ddl file; NOT NULL marks what must be there.", file = ".ddl")
        Text schema,

        @Key(doc = "Whether the first record of each csv file names its columns.", defaultValue = DEFAULT_HEADER)
        boolean header,

        @Key(doc = "What stands between two csv cells: one character or more.", defaultValue = DEFAULT_DELIMITER)
        String delimiter,

        @Key(doc = "The csv quote character; empty for none.", defaultValue = DEFAULT_QUOTE)
        String quote,

        @Key(
                doc = "What makes a csv quote part of the cell: the quote itself (doubled) or another character.",
                defaultValue = DEFAULT_QUOTE)
        String escape,

        @Key(
                doc =
                        "Whether a record may span lines: a quoted csv cell with line ends, or one json value or array per file.",
                defaultValue = DEFAULT_MULTI_LINE)
        boolean multiLine,

        @Key(doc = "The widths of the fixed-width columns in characters, in the order of the schema.")
        List<Integer> widths,

        @Key(doc = "Cells that mean NULL, next to the empty cell, such as NA or -9999; compared with the whole cell.")
        List<String> nullTokens,

        @Key(doc = "Patterns of timestamps, tried in order; ISO 8601 if left out.")
        List<String> timestampFormats,

        @Key(doc = "Patterns of dates, tried in order; ISO 8601 if left out.")
        List<String> dateFormats,

        @Key(doc = "The zone of timestamps that name none.", defaultValue = DEFAULT_ZONE)
        ZoneId zone,

        @Key(doc = "The character encoding of the files.", defaultValue = DEFAULT_ENCODING)
        Charset encoding,

        @Key(doc = "A regular expression over the file's path; each named group becomes a column.") @Nullable
        String columnsFromPath,

        @Key(doc = "A SQL expression that gives the row's partition value; the day of the file's path if left out.")
        @Nullable
        Text partition,

        @Key(doc = "What is done with rows of partitions that the run does not claim: quarantine or ignore.") @Nullable
        Outside outside,

        @Key(
                doc = "What is done with a column that the schema does not name: ignore or fail.",
                defaultValue = DEFAULT_UNKNOWN_COLUMNS)
        UnknownColumns unknownColumns,

        @Key(
                doc = "What is done when a file lacks a column of the schema: null or fail.",
                defaultValue = DEFAULT_MISSING_COLUMNS)
        MissingColumns missingColumns,

        @Key(
                doc = "What is done with a file that cannot be read whole: fail or skip.",
                defaultValue = DEFAULT_UNREADABLE)
        Unreadable unreadable,

        @Key(doc = "What is done when no file is found at all: fail or allow.", defaultValue = DEFAULT_NO_FILES)
        NoFiles noFiles,

        @Key(doc = "The rules that its rows are held against.") @Nullable
        Rules rules,

        @Key(doc = "How many rows may be quarantined: a count or a share such as 1%.") @Nullable
        Limit maxQuarantined,

        @Key(doc = "How many rows of each partition may be quarantined: a count or a share of the partition's rows.")
        @Nullable
        Limit maxQuarantinedPerPartition) {
    /** The first record of a csv file names its columns. */
    public static final String DEFAULT_HEADER = "true";
    /** Cells are separated by a comma. */
    public static final String DEFAULT_DELIMITER = "','";
    /** The quote character, which also escapes itself when doubled (RFC 4180). */
    public static final String DEFAULT_QUOTE = "'\"'";
    /** A record is one line. */
    public static final String DEFAULT_MULTI_LINE = "false";
    /** Timestamps without a zone are in UTC. */
    public static final String DEFAULT_ZONE = "UTC";
    /** Files are UTF-8, with or without a byte order mark. */
    public static final String DEFAULT_ENCODING = "UTF-8";
    /** A column that the schema does not name is left out and reported. */
    public static final String DEFAULT_UNKNOWN_COLUMNS = "ignore";
    /** A file without a declared column fails the run. */
    public static final String DEFAULT_MISSING_COLUMNS = "fail";
    /** A file that cannot be read whole fails the run. */
    public static final String DEFAULT_UNREADABLE = "fail";
    /** A source without any file fails the run. */
    public static final String DEFAULT_NO_FILES = "fail";

    public Source {
        widths = List.copyOf(widths);
        nullTokens = List.copyOf(nullTokens);
        timestampFormats = List.copyOf(timestampFormats);
        dateFormats = List.copyOf(dateFormats);
    }

    /** What is done with rows of partitions that the run does not claim. */
    public enum Outside {
        /** They are set aside with the reason; the default where the path names the day. */
        QUARANTINE,
        /** They are counted and left out; the default where the files hold more than the run's days. */
        IGNORE
    }

    /** What is done with a column that the schema does not name. */
    public enum UnknownColumns {
        IGNORE,
        FAIL
    }

    /** What is done when a file lacks a column of the schema. */
    public enum MissingColumns {
        NULL,
        FAIL
    }

    /** What is done with a file that cannot be read whole. */
    public enum Unreadable {
        FAIL,
        SKIP
    }

    /** What is done when no file is found at all. */
    public enum NoFiles {
        FAIL,
        ALLOW
    }
}
