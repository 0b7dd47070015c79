/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.schema;

import dev.saltern.jobs.publish.schema.ColumnChange.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Holds two types against each other, however deep they are, and finds the one that reads the files of both. Names are compared without
 * regard to case, as Spark does, and nullability does not count: in files and catalogs every column is nullable.
 */
final class SchemaComparison {
    private final List<ColumnChange> changes = new ArrayList<>();

    /** Returns what differs, in the order of the table and then of the run. */
    List<ColumnChange> changes() {
        return changes;
    }

    /**
     * Returns the type that reads the files of both, with the table's names in the table's order and what is new behind them. Where
     * there is no such type it is the table's.
     *
     * @param path the column that is compared, for the changes
     */
    DataType merge(String path, int position, DataType known, DataType written) {
        if (known instanceof StructType knownFields && written instanceof StructType writtenFields) {
            return mergeFields(path, knownFields, writtenFields);
        }
        if (known instanceof ArrayType knownList && written instanceof ArrayType writtenList) {
            return new ArrayType(merge(path + ".element", 0, knownList.elementType(), writtenList.elementType()), true);
        }
        if (known instanceof MapType knownMap && written instanceof MapType writtenMap) {
            return new MapType(
                    merge(path + ".key", 0, knownMap.keyType(), writtenMap.keyType()),
                    merge(path + ".value", 1, knownMap.valueType(), writtenMap.valueType()),
                    true);
        }
        if (DataType.equalsIgnoreNullability(known, written)) {
            return known;
        }
        Optional<DataType> wider = Widening.wider(known, written);
        changes.add(
                new ColumnChange(path, position, known, written, wider.isPresent() ? Effect.FELT : Effect.UNREADABLE));
        return wider.orElse(known);
    }

    /**
     * Merges the fields within a column. Athena finds them by their place, so what is there must stay, and only what comes behind it is
     * no harm.
     */
    private StructType mergeFields(String path, StructType known, StructType written) {
        Map<String, Integer> places = places(written);
        List<StructField> merged = new ArrayList<>();
        for (int i = 0; i < known.length(); i++) {
            StructField field = known.apply(i);
            Integer place = places.remove(lower(field));
            if (place == null) {
                changes.add(new ColumnChange(path + "." + field.name(), i, field.dataType(), null, Effect.UNREADABLE));
                merged.add(field);
            } else {
                merged.add(mergeField(path + "." + field.name(), i, field, written.apply(place)));
            }
        }
        for (int place : places.values()) {
            StructField field = written.apply(place);
            changes.add(new ColumnChange(path + "." + field.name(), place, null, field.dataType(), Effect.ADDED));
            merged.add(nullable(field));
        }
        return new StructType(merged.toArray(StructField[]::new));
    }

    /** Returns the table's field with the type that reads both; the newer comment stands. */
    StructField mergeField(String path, int position, StructField known, StructField written) {
        StructField merged = new StructField(
                known.name(), merge(path, position, known.dataType(), written.dataType()), true, known.metadata());
        return written.getComment().isDefined()
                ? merged.withComment(written.getComment().get())
                : merged;
    }

    /** Returns the field as older partitions have it: null. */
    static StructField nullable(StructField field) {
        return new StructType(new StructField[] {field}).asNullable().apply(0);
    }

    /** Returns the place of each field by its name in lower case. */
    static Map<String, Integer> places(StructType fields) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < fields.length(); i++) {
            places.put(lower(fields.apply(i)), i);
        }
        return places;
    }

    static String lower(StructField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}
