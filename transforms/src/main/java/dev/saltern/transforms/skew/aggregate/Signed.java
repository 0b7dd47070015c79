/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;

/**
 * Keeps the sign of zero through a GROUP BY, which takes -0.0 for 0.0 and hands out 0.0. Spark's {@code percentile} and
 * {@code mode} count the two apart.
 */
final class Signed {

    private Signed() {}

    /** Whether the type has two zeros. */
    static boolean hasTwoZeros(DataType type) {
        return type instanceof DoubleType || type instanceof FloatType;
    }

    /** Whether a value is -0.0; false if it is NULL. */
    static Column isNegativeZero(Column value, DataType type) {
        // Only a zero is turned into text, which is slow and is the one SQL function that shows the sign.
        return hasTwoZeros(type)
                ? when(value.equalTo(lit(0)), value.cast("string").equalTo("-0.0"))
                        .otherwise(false)
                : lit(false);
    }

    /** The value with its sign. */
    static Column restored(Column value, Column isNegativeZero, DataType type) {
        return hasTwoZeros(type) ? when(isNegativeZero, lit(-0.0).cast(type)).otherwise(value) : value;
    }
}
