/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.detect;

import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import dev.saltern.transforms.Input;
import dev.saltern.transforms.InvalidTransformException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.CalendarIntervalType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/** The number that stands for a key wherever skew is measured or treated. */
public final class KeyHash {

    private KeyHash() {}

    /**
     * Returns the hash of the key columns, in their order: a {@code BIGINT}, NULL where one of them is NULL.
     *
     * <p>Keys that joins and groups hold for equal have equal hashes: -0.0 and 0.0 are one, and so is every NaN, in arrays and
     * structs too, because {@code xxhash64} of Spark 3.2 and later sees to it (SPARK-35207). Different keys may, seldom, have
     * equal hashes. Deterministic; no shuffle.
     *
     * @param keys names of one column or more, of any type but {@code INTERVAL} and {@code MAP}
     * @param schema of the rows that the hash is taken of; letter case aside, it names each key
     * @throws InvalidTransformException when there is no key, or a key is missing or of a type that cannot be grouped by
     */
    public static Column of(List<String> keys, StructType schema) {
        InvalidTransformException.require(!keys.isEmpty(), "Invalid keys: [] (must be one column name or more)");
        List<String> problems = new ArrayList<>();
        for (String key : keys) {
            List<DataType> types = Arrays.stream(schema.fields())
                    .filter(field -> field.name().equalsIgnoreCase(key))
                    .map(field -> field.dataType())
                    .toList();
            if (types.isEmpty()) {
                problems.add(
                        "Cannot hash keys: column '" + key + "' is not among " + Arrays.toString(schema.fieldNames()));
            } else if (types.stream().noneMatch(KeyHash::canBeKey)) {
                problems.add("Cannot hash keys: column '" + key + "' has type "
                        + types.get(0).sql() + ", which rows cannot be grouped by. Choose another column");
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidTransformException(problems);
        }
        Column[] columns = keys.stream().map(Input::column).toArray(Column[]::new);
        Column complete = Arrays.stream(columns)
                .map(Column::isNotNull)
                .reduce(Column::and)
                .orElseThrow();
        return when(complete, xxhash64(columns));
    }

    private static boolean canBeKey(DataType type) {
        if (type instanceof ArrayType array) {
            return canBeKey(array.elementType());
        }
        if (type instanceof StructType struct) {
            return Arrays.stream(struct.fields()).allMatch(field -> canBeKey(field.dataType()));
        }
        return !(type instanceof MapType || type instanceof CalendarIntervalType);
    }
}
