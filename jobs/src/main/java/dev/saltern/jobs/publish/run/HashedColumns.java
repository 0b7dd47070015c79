/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** One 64-bit hash per row over all columns of a table. */
final class HashedColumns {
    private HashedColumns() {}

    /**
     * Returns the hash of a row.
     *
     * <p>Spark's hash passes over nulls, so each column goes in together with whether it is null; otherwise a value that moves to a
     * neighbouring column would go unseen. A map has no order and cannot be hashed: its entries go in sorted by key.
     *
     * @param schema the columns, of any type that Parquet can hold
     */
    static Column hash(StructType schema) {
        List<Column> parts = new ArrayList<>();
        for (StructField field : schema.fields()) {
            Column column = col(quoted(field.name()));
            parts.add(hashable(column, field.dataType()));
            parts.add(column.isNull());
        }
        return xxhash64(parts.toArray(Column[]::new));
    }

    /** Returns the name in backticks, so that dots and spaces stand for themselves. */
    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private static Column hashable(Column column, DataType type) {
        if (!holdsMap(type)) {
            return column;
        }
        if (type instanceof MapType map) {
            return array_sort(transform(
                    map_entries(column),
                    entry -> struct(
                            hashable(entry.getField("key"), map.keyType()),
                            hashable(entry.getField("value"), map.valueType()))));
        }
        if (type instanceof ArrayType array) {
            return transform(column, element -> hashable(element, array.elementType()));
        }
        return struct(Stream.of(((StructType) type).fields())
                .map(field -> hashable(column.getField(field.name()), field.dataType()))
                .toArray(Column[]::new));
    }

    private static boolean holdsMap(DataType type) {
        if (type instanceof ArrayType array) {
            return holdsMap(array.elementType());
        }
        if (type instanceof StructType struct) {
            return Stream.of(struct.fields()).anyMatch(field -> holdsMap(field.dataType()));
        }
        return type instanceof MapType;
    }
}
