/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;

/** What the files that Spark writes say of a column besides its rows. */
enum FooterKind {
    /** NULLs, and the least and greatest value. */
    ENDS,
    /** As {@link #ENDS}, and there are no values but these. */
    FEW_VALUES,
    /** NULLs, and every value where there are few; the ends may be cut. */
    VALUES,
    /** Nothing. */
    NOTHING;

    static FooterKind of(DataType type) {
        if (type instanceof StructType || type instanceof ArrayType || type instanceof MapType) {
            return NOTHING;
        } else if (type instanceof BooleanType) {
            return FEW_VALUES;
        }
        return type instanceof StringType || type instanceof BinaryType ? VALUES : ENDS;
    }

    boolean hasEnds() {
        return this == ENDS || this == FEW_VALUES;
    }
}
