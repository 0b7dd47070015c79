/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecificInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** The row that a reader hands to Spark, filled anew for each record; it refers to the bytes of the record and copies none. */
final class RawRow {
    private static final int MAX_QUOTED = 200;

    // The places of the columns of RawColumns behind the data.
    private static final int FILE = 0;
    private static final int LINE = 1;
    private static final int PERIOD = 2;
    private static final int ORIGINAL = 3;
    private static final int CORRUPT = 4;
    private static final int PROBLEMS = 5;
    private static final int UNREADABLE = 6;
    private static final int DRIFT = 7;

    private final SpecificInternalRow row;
    private final int data;
    private final List<InternalRow> problems = new ArrayList<>();
    private UTF8String file = UTF8String.EMPTY_UTF8;
    private @Nullable Integer period;

    RawRow(StructType dataColumns) {
        row = new SpecificInternalRow(RawColumns.after(dataColumns));
        data = dataColumns.length();
    }

    InternalRow row() {
        return row;
    }

    void startFile(RawFile rawFile) {
        file = UTF8String.fromString(rawFile.path());
        period = rawFile.periodEpochDay();
    }

    /** Empties the row for the next record of the file; a line below 1 is not known. */
    void startRecord(long line) {
        problems.clear();
        for (int i = 0; i < row.numFields(); i++) {
            row.setNullAt(i);
        }
        row.update(data + FILE, file);
        if (line > 0) {
            row.setLong(data + LINE, line);
        }
        if (period != null) {
            row.setInt(data + PERIOD, period);
        }
    }

    void original(byte[] bytes, int from, int to) {
        row.update(data + ORIGINAL, UTF8String.fromBytes(bytes, from, to - from));
    }

    void corrupt(String reason) {
        problems.clear();
        for (int i = 0; i < data; i++) {
            row.setNullAt(i);
        }
        row.update(data + CORRUPT, UTF8String.fromString(reason));
    }

    boolean isCorrupt() {
        return !row.isNullAt(data + CORRUPT);
    }

    /** Notes a value that does not convert. */
    void unconverted(String column, String shown, String typeName) {
        String text = shown.length() <= MAX_QUOTED ? shown : shown.substring(0, MAX_QUOTED) + "...";
        note("type \"" + column + "\"", column + " is " + text + " (must be " + typeName + ")");
    }

    /** Notes a text that does not convert. */
    void unconverted(String column, byte[] bytes, int from, int to, String typeName) {
        unconverted(column, "'" + new String(bytes, from, to - from, StandardCharsets.UTF_8) + "'", typeName);
    }

    /** Notes a required value that is missing. */
    void missing(String column) {
        note("not-null \"" + column + "\"", column + " is NULL");
    }

    /** Notes anything under an id. */
    void note(String id, String reason) {
        problems.add(new GenericInternalRow(new Object[] {UTF8String.fromString(id), UTF8String.fromString(reason)}));
    }

    void finish() {
        if (!problems.isEmpty()) {
            row.update(data + PROBLEMS, new GenericArrayData(problems.toArray()));
        }
    }

    /** Makes the row a marker for a file that cannot be read whole. */
    void unreadable(String reason) {
        startRecord(0);
        row.update(data + UNREADABLE, UTF8String.fromString(reason));
    }

    /** Makes the row a marker of how the columns of the file differ from the schema. */
    void drift(Iterable<String> unknown, Iterable<String> missing) {
        startRecord(0);
        unknown.forEach(column -> note(RawColumns.UNKNOWN_COLUMN, column));
        missing.forEach(column -> note(RawColumns.MISSING_COLUMN, column));
        row.setBoolean(data + DRIFT, true);
        finish();
    }
}
