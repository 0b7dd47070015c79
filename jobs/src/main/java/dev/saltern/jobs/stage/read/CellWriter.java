/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Writes text cells into the columns of a row.
 *
 * <p>An empty cell is NULL, but for a quoted one in a STRING column, which stays the empty text. A null token is compared with the whole
 * cell; blanks around other types than STRING are cut off after that, so that a cell of blanks does not convert.
 */
final class CellWriter {
    private final RawRow raw;
    private final NullTokens nullTokens;
    private final List<Column> columns = new ArrayList<>();
    private final boolean[] failed;

    private record Column(int ordinal, String name, boolean checked, boolean string, String typeName, TextCell cell) {}

    /** Creates a writer that, in {@link #finish}, looks for missing values in the required columns that are chosen. */
    CellWriter(ReadRequest request, RawRow raw, IntPredicate checked) {
        this.raw = raw;
        this.nullTokens = new NullTokens(request.layout().nullTokens());
        TextCells cells = new TextCells(request.layout());
        StructField[] fields = request.data().fields();
        for (int i = 0; i < fields.length; i++) {
            DataType type = fields[i].dataType();
            TextCell cell = cells.of(type);
            columns.add(new Column(
                    i,
                    fields[i].name(),
                    checked.test(i) && !fields[i].nullable(),
                    type instanceof StringType,
                    TypeName.of(type),
                    cell == null ? (bytes, from, to, row, ordinal) -> false : cell));
        }
        failed = new boolean[fields.length];
    }

    void start() {
        Arrays.fill(failed, false);
    }

    /** Writes {@code bytes[from, to)} into a column of the current row, or notes that it does not convert. */
    void write(int ordinal, byte[] bytes, int from, int to, boolean quoted) {
        Column column = columns.get(ordinal);
        if (from == to) {
            if (quoted && column.string) {
                raw.row().update(ordinal, UTF8String.EMPTY_UTF8);
            }
            return;
        }
        if (nullTokens.matches(bytes, from, to)) {
            return;
        }
        int start = from;
        int end = to;
        if (!column.string) {
            while (start < end && isBlank(bytes[start])) {
                start++;
            }
            while (end > start && isBlank(bytes[end - 1])) {
                end--;
            }
        }
        if (start == end || !column.cell.write(bytes, start, end, raw.row(), ordinal)) {
            failed[ordinal] = true;
            raw.unconverted(column.name, bytes, from, to, column.typeName);
        }
    }

    /** Notes the required values that are missing. */
    void finish() {
        for (int i = 0; i < failed.length; i++) {
            Column column = columns.get(i);
            if (column.checked && !failed[i] && raw.row().isNullAt(column.ordinal)) {
                raw.missing(column.name);
            }
        }
    }

    private static boolean isBlank(byte value) {
        return value == ' ' || value == '\t';
    }
}
