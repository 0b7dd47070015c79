/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/** The names of types in reasons: as in the schema, nested ones by their kind alone. */
final class TypeName {
    private TypeName() {}

    static String of(DataType type) {
        if (type instanceof StructType) {
            return "STRUCT";
        } else if (type instanceof ArrayType) {
            return "ARRAY";
        } else if (type instanceof MapType) {
            return "MAP";
        }
        return type.sql();
    }
}
