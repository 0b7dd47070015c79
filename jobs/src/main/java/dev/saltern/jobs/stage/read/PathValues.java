/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructField;

/** The values of the path's columns for the file being read. */
final class PathValues {
    private final PathColumns columns;
    private final StructField[] fields;
    private final CellWriter cells;
    private final List<Value> values = new ArrayList<>();

    private record Value(int ordinal, List<byte[]> text) {}

    PathValues(ReadRequest request, CellWriter cells) {
        this.columns = PathColumns.of(request.pathPattern());
        this.fields = request.data().fields();
        this.cells = cells;
    }

    /** Returns whether the column is one of the path's. */
    boolean holds(int ordinal) {
        return columns.names().contains(fields[ordinal].name());
    }

    void startFile(String path) {
        values.clear();
        Map<String, byte[]> texts = columns.values(path);
        for (int i = 0; i < fields.length; i++) {
            byte[] text = texts.get(fields[i].name());
            if (text != null) {
                values.add(new Value(i, List.of(text)));
            }
        }
    }

    void write() {
        for (Value value : values) {
            byte[] text = value.text.get(0);
            cells.write(value.ordinal, text, 0, text.length, false);
        }
    }
}
