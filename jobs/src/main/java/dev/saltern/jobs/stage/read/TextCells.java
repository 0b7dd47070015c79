/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** The conversion of text to each scalar type; the same for all text formats. Not safe for use by several threads. */
final class TextCells {
    private final TextLayout layout;
    private final Digits digits = new Digits();

    TextCells(TextLayout layout) {
        this.layout = layout;
    }

    /** Returns the conversion to a type, or null for a nested or unsupported type. */
    @Nullable
    TextCell of(DataType type) {
        if (type instanceof StringType) {
            return TextCells::string;
        } else if (type instanceof BooleanType) {
            return TextCells::bool;
        } else if (type instanceof BinaryType) {
            return TextCells::binary;
        } else if (type instanceof DateType) {
            return new DateCell(layout.dateFormats());
        } else if (type instanceof TimestampType) {
            return new TimestampCell(layout.timestampFormats(), layout.zone());
        } else if (type instanceof TimestampNTZType) {
            return new LocalTimestampCell(layout.timestampFormats());
        }
        return number(type);
    }

    private @Nullable TextCell number(DataType type) {
        if (type instanceof LongType) {
            return (bytes, from, to, row, ordinal) -> {
                boolean fits = digits.parseLong(bytes, from, to, Long.MIN_VALUE, Long.MAX_VALUE);
                if (fits) {
                    row.setLong(ordinal, digits.longValue());
                }
                return fits;
            };
        } else if (type instanceof IntegerType) {
            return (bytes, from, to, row, ordinal) -> {
                boolean fits = digits.parseLong(bytes, from, to, Integer.MIN_VALUE, Integer.MAX_VALUE);
                if (fits) {
                    row.setInt(ordinal, (int) digits.longValue());
                }
                return fits;
            };
        } else if (type instanceof ShortType) {
            return (bytes, from, to, row, ordinal) -> {
                boolean fits = digits.parseLong(bytes, from, to, Short.MIN_VALUE, Short.MAX_VALUE);
                if (fits) {
                    row.setShort(ordinal, (short) digits.longValue());
                }
                return fits;
            };
        } else if (type instanceof ByteType) {
            return (bytes, from, to, row, ordinal) -> {
                boolean fits = digits.parseLong(bytes, from, to, Byte.MIN_VALUE, Byte.MAX_VALUE);
                if (fits) {
                    row.setByte(ordinal, (byte) digits.longValue());
                }
                return fits;
            };
        }
        return fraction(type);
    }

    private @Nullable TextCell fraction(DataType type) {
        if (type instanceof DoubleType) {
            return (bytes, from, to, row, ordinal) -> {
                boolean fits = digits.parseDouble(bytes, from, to);
                if (fits) {
                    row.setDouble(ordinal, digits.doubleValue());
                }
                return fits;
            };
        } else if (type instanceof FloatType) {
            return (bytes, from, to, row, ordinal) -> {
                boolean fits = digits.parseFloat(bytes, from, to);
                if (fits) {
                    row.setFloat(ordinal, (float) digits.doubleValue());
                }
                return fits;
            };
        } else if (type instanceof DecimalType decimalType) {
            return (bytes, from, to, row, ordinal) -> {
                Decimal decimal = digits.parseDecimal(bytes, from, to, decimalType.precision(), decimalType.scale());
                if (decimal != null) {
                    row.setDecimal(ordinal, decimal, decimalType.precision());
                }
                return decimal != null;
            };
        }
        return null;
    }

    private static boolean string(byte[] bytes, int from, int to, InternalRow row, int ordinal) {
        row.update(ordinal, UTF8String.fromBytes(bytes, from, to - from));
        return true;
    }

    private static boolean bool(byte[] bytes, int from, int to, InternalRow row, int ordinal) {
        boolean yes = equalsIgnoringCase(bytes, from, to, "true");
        if (!yes && !equalsIgnoringCase(bytes, from, to, "false")) {
            return false;
        }
        row.setBoolean(ordinal, yes);
        return true;
    }

    private static boolean binary(byte[] bytes, int from, int to, InternalRow row, int ordinal) {
        try {
            row.update(
                    ordinal,
                    Base64.getDecoder().decode(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Compares with a text of small ASCII letters. */
    private static boolean equalsIgnoringCase(byte[] bytes, int from, int to, String expected) {
        if (to - from != expected.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if ((bytes[i] | 0x20) != expected.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }
}
