/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;

/** Which types a text can be converted to. */
public final class ReadableTypes {
    private static final TextCells CELLS = new TextCells(new TextLayout(
            TextLayout.Format.CSV,
            false,
            ",",
            "",
            "",
            false,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            ZoneOffset.UTC,
            "UTF-8"));

    private ReadableTypes() {}

    /** Returns whether values of the type can be read; of nested ones, with STRING keys of maps, only where they are allowed. */
    public static boolean include(DataType type, boolean nested) {
        if (type instanceof StructType struct) {
            return nested && Arrays.stream(struct.fields()).allMatch(field -> include(field.dataType(), true));
        } else if (type instanceof ArrayType array) {
            return nested && include(array.elementType(), true);
        } else if (type instanceof MapType map) {
            return nested && map.keyType() instanceof StringType && include(map.valueType(), true);
        }
        return CELLS.of(type) != null;
    }
}
