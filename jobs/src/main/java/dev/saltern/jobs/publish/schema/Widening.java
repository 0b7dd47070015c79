/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.schema;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/**
 * Types that are read as wider ones. A pair is in here only if Spark 3.5 reads it from Parquet, with and without its vectorized reader
 * and however deep it lies, and Athena turns the type of a partition into that of its table. This leaves little: Spark 3.5 reads neither
 * INT as BIGINT nor FLOAT as DOUBLE.
 */
final class Widening {
    /** Integers that Parquet keeps in 32 bits, the narrowest first. */
    private static final List<DataType> INTEGERS =
            List.of(DataTypes.ByteType, DataTypes.ShortType, DataTypes.IntegerType);

    /** The digits of the decimals that Parquet keeps in 32 and in 64 bits; wider ones are kept in bytes. */
    private static final int MAX_DIGITS_OF_INT = 9;

    private static final int MAX_DIGITS_OF_LONG = 18;

    private Widening() {}

    /** Returns the one of two different types that reads the files of both, or empty. */
    static Optional<DataType> wider(DataType one, DataType other) {
        if (INTEGERS.contains(one) && INTEGERS.contains(other)) {
            return Optional.of(INTEGERS.get(Math.max(INTEGERS.indexOf(one), INTEGERS.indexOf(other))));
        }
        if (one instanceof DecimalType a && other instanceof DecimalType b) {
            boolean isReadable = a.scale() == b.scale() && kept(a) == kept(b);
            return isReadable ? Optional.of(a.precision() > b.precision() ? a : b) : Optional.empty();
        }
        return Optional.empty();
    }

    private static int kept(DecimalType type) {
        if (type.precision() <= MAX_DIGITS_OF_INT) {
            return MAX_DIGITS_OF_INT;
        }
        return type.precision() <= MAX_DIGITS_OF_LONG ? MAX_DIGITS_OF_LONG : DecimalType.MAX_PRECISION();
    }
}
