/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.util.Objects;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/** Builds the conversion of json values to declared types. */
final class JsonTypes {
    private final JsonRecord record;
    private final TextCells cells;

    JsonTypes(JsonRecord record, TextCells cells) {
        this.record = record;
        this.cells = cells;
    }

    /** Returns the conversion of the value at a path such as {@code meta.battery}, {@code tags[]} or {@code labels.*}. */
    JsonValue value(String path, DataType type) {
        if (type instanceof StructType struct) {
            return new JsonStruct(record, path, struct, this, ordinal -> false);
        } else if (type instanceof ArrayType array) {
            return new JsonArray(record, path, value(path + "[]", array.elementType()));
        } else if (type instanceof MapType map) {
            return new JsonMap(record, path, value(path + ".*", map.valueType()));
        }
        TextCell cell = Objects.requireNonNull(cells.of(type), () -> "Cannot read " + path + ": " + type.sql());
        return new JsonScalar(record, path, type, cell);
    }
}
