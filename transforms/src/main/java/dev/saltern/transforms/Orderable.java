/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.CalendarIntervalType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.ObjectType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Puts a total order on whole rows, so that ties are broken the same way in whatever order the rows come. Two rows that
 * the order cannot tell apart are equal, but for the sign of a zero inside an array, a map or a struct.
 */
public final class Orderable {

    private Orderable() {}

    /** Whether values of the type have an order, or can be given one ({@code MAP}). */
    static boolean supports(DataType type) {
        if (type instanceof ArrayType array) {
            return supports(array.elementType());
        }
        if (type instanceof MapType map) {
            return supports(map.keyType()) && supports(map.valueType());
        }
        if (type instanceof StructType struct) {
            return Arrays.stream(struct.fields()).allMatch(field -> supports(field.dataType()));
        }
        return !(type instanceof CalendarIntervalType || type instanceof ObjectType);
    }

    /** Whether there is a map in it, which Spark neither compares nor groups by. */
    static boolean hasMap(DataType type) {
        if (type instanceof ArrayType array) {
            return hasMap(array.elementType());
        }
        if (type instanceof StructType struct) {
            return Arrays.stream(struct.fields()).anyMatch(field -> hasMap(field.dataType()));
        }
        return type instanceof MapType;
    }

    /** The same values in a form that Spark can compare and group by: each map as its entries, sorted by key. */
    public static Column form(Column values, DataType type) {
        if (!hasMap(type)) {
            return values;
        }
        if (type instanceof ArrayType array) {
            return transform(values, element -> form(element, array.elementType()));
        }
        if (type instanceof MapType map) {
            return sort_array(transform(
                    map_entries(values),
                    entry -> struct(
                            form(entry.getField("key"), map.keyType()),
                            form(entry.getField("value"), map.valueType()))));
        }
        Column[] fields = Arrays.stream(((StructType) type).fields())
                .map(field -> form(values.getField(field.name()), field.dataType()))
                .toArray(Column[]::new);
        return when(values.isNotNull(), struct(fields));
    }

    /** Sort keys over every column, in the order of the schema: the least row first, NULL before every value. */
    public static List<Column> wholeRow(StructType schema) {
        List<Column> keys = new ArrayList<>();
        List<Column> zeroSigns = new ArrayList<>();
        for (StructField field : schema.fields()) {
            Column values = Input.column(field.name());
            keys.add(form(values, field.dataType()));
            if (field.dataType() instanceof DoubleType || field.dataType() instanceof FloatType) {
                zeroSigns.add(when(values.equalTo(lit(0)), values.cast("string").equalTo(lit("0.0")))
                        .otherwise(lit(false)));
            }
        }
        // Spark holds -0.0 and 0.0 for equal when it compares; only their text tells them apart.
        if (!zeroSigns.isEmpty()) {
            keys.add(array(zeroSigns.toArray(Column[]::new)));
        }
        return keys;
    }
}
