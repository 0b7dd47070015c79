/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Reads the values of one column from Spark's own rows, without turning them into Java's dates and strings first. -0.0 is read
 * as 0.0. Small and serializable: it goes to the executors.
 *
 * @param ordinal place of the column in the row
 */
record Cell(int ordinal, DataType type, ColumnKind kind) implements Serializable {
    private static final int MAX_KEY_CHARACTERS = 100;
    private static final long SEED = 42;

    Cell(int ordinal, DataType type) {
        this(ordinal, type, ColumnKind.of(type));
    }

    boolean isNull(InternalRow row) {
        return row.isNullAt(ordinal);
    }

    /** Returns a Long (days and microseconds of times too), Double, BigDecimal, UTF8String or Boolean; strings are only lent. */
    Object value(InternalRow row) {
        return switch (kind) {
            case WHOLE -> whole(row);
            case FLOATING -> floating(row);
            case DECIMAL -> decimal(row);
            case TEXT -> row.getUTF8String(ordinal);
            case BOOLEAN -> row.getBoolean(ordinal);
            case DATE -> (long) row.getInt(ordinal);
            case TIMESTAMP -> row.getLong(ordinal);
            case OPAQUE -> throw new IllegalStateException("Cannot read a value of " + type.simpleString());
        };
    }

    /** Returns where the value lies on a line; days and microseconds for times. */
    double number(Object value) {
        return ((Number) value).doubleValue();
    }

    /** Returns a text that equal values share and others do not; at most about 120 characters. */
    String key(Object value) {
        if (value instanceof UTF8String text) {
            String string = text.toString();
            return string.length() <= MAX_KEY_CHARACTERS
                    ? string
                    : string.substring(0, MAX_KEY_CHARACTERS) + "... #" + Long.toHexString(hash(value));
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return type instanceof FloatType ? Float.toString((float) number(value)) : value.toString();
    }

    /** Returns a hash that equal values share. */
    long hash(Object value) {
        if (value instanceof UTF8String text) {
            return XXH64.hashUnsafeBytes(text.getBaseObject(), text.getBaseOffset(), text.numBytes(), SEED);
        }
        if (value instanceof Long whole) {
            return XXH64.hashLong(whole, SEED);
        }
        if (value instanceof Double floating) {
            return XXH64.hashLong(Double.doubleToLongBits(floating), SEED);
        }
        byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
        return XXH64.hashUnsafeBytes(bytes, Platform.BYTE_ARRAY_OFFSET, bytes.length, SEED);
    }

    /** Returns the hash of two values together. */
    static long hash(long first, long second) {
        return XXH64.hashLong(first, second);
    }

    private long whole(InternalRow row) {
        if (type instanceof ByteType) {
            return row.getByte(ordinal);
        }
        if (type instanceof ShortType) {
            return row.getShort(ordinal);
        }
        return type instanceof IntegerType ? row.getInt(ordinal) : row.getLong(ordinal);
    }

    private double floating(InternalRow row) {
        double number = type instanceof FloatType ? row.getFloat(ordinal) : row.getDouble(ordinal);
        return number == 0 ? 0.0 : number;
    }

    private BigDecimal decimal(InternalRow row) {
        DecimalType decimal = (DecimalType) type;
        return row.getDecimal(ordinal, decimal.precision(), decimal.scale()).toJavaBigDecimal();
    }
}
