/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import dev.saltern.transforms.Input;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.TimestampType;

/**
 * Maps the order of a series to a number: of two rows the later never has the lesser one. Rows of the same order value
 * have the same place; distinct values may share one beyond 2^53, which only puts them into one chunk.
 */
final class Place {
    static final long MICROS_PER_DAY = 86_400_000_000L;

    private Place() {}

    /**
     * Returns {@code DOUBLE NOT NULL}, never NaN and always below infinity: minus infinity for NULL, which Spark sorts
     * first, the largest number for infinity and NaN, which it sorts last; microseconds since the epoch for {@code
     * DATE} and {@code TIMESTAMP}. Empty for types whose values are no numbers.
     */
    static Optional<Column> of(StructField order) {
        Column value = Input.column(order.name());
        DataType type = order.dataType();
        Column place;
        if (type instanceof FloatType || type instanceof DoubleType) {
            place = when(value.gt(lit(Double.MAX_VALUE)), lit(Double.MAX_VALUE)).otherwise(value.cast("double"));
        } else if (type instanceof NumericType) {
            place = value.cast("double");
        } else if (type instanceof DateType || type instanceof TimestampType) {
            place = micros(value, type).cast("double");
        } else {
            return Optional.empty();
        }
        return Optional.of(coalesce(place, lit(Double.NEGATIVE_INFINITY)));
    }

    /** Whether values of the type are whole numbers. */
    static boolean isWhole(DataType type) {
        return type instanceof ByteType
                || type instanceof ShortType
                || type instanceof IntegerType
                || type instanceof LongType;
    }

    /** Returns the order as {@code BIGINT}: itself, or microseconds since the epoch. */
    static Column whole(StructField order) {
        Column value = Input.column(order.name());
        return isWhole(order.dataType()) ? value.cast("long") : micros(value, order.dataType());
    }

    /** A date counts as its midnight in UTC. */
    private static Column micros(Column order, DataType type) {
        return type instanceof DateType
                ? unix_date(order).cast("long").multiply(lit(MICROS_PER_DAY))
                : unix_micros(order);
    }
}
