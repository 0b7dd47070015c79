/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import static org.apache.spark.sql.functions.xxhash64;

import dev.saltern.transforms.Input;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/**
 * A number that follows from the content of a row alone, so that a task that runs again gives a row the same salt. Rows
 * that are equal get one number: a table with few distinct rows for a hot key spreads over few salts.
 */
final class RowHash {

    private RowHash() {}

    /** A {@code BIGINT}, never NULL. Columns with a map in them are left out, as Spark does not hash maps. */
    static Column of(StructType schema) {
        return xxhash64(Arrays.stream(schema.fields())
                .filter(field -> !hasMap(field.dataType()))
                .map(field -> Input.column(field.name()))
                .toArray(Column[]::new));
    }

    private static boolean hasMap(DataType type) {
        return type.existsRecursively(part -> part instanceof MapType);
    }
}
