/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** DQDL literals as Spark literals of the kind that a column holds. */
final class Literals {
    private Literals() {}

    /** Returns the literal to compare a column of this type with, or nothing when the two are of different kinds. */
    static Optional<Column> of(Value value, DataType type) {
        if (value instanceof Value.NumberValue number) {
            return type instanceof NumericType ? Optional.of(number(number.number(), type)) : Optional.empty();
        }
        if (value instanceof Value.TextValue text) {
            return text(text.string(), type);
        }
        if (value instanceof Value.DateValue date) {
            return type instanceof StringType
                    ? Optional.empty()
                    : text(date.date().toString(), type);
        }
        return Optional.empty();
    }

    /** Returns what a literal is, with its article. */
    static String kind(Value value) {
        if (value instanceof Value.NumberValue || value instanceof Value.DynamicValue) {
            return "a number";
        }
        return value instanceof Value.DateValue || value instanceof Value.NowValue ? "a date" : "a string";
    }

    /** A decimal compared with a float or a double would be widened, and 0.1 would then not equal 0.1. */
    private static Column number(BigDecimal number, DataType type) {
        if (type instanceof FloatType) {
            return functions.lit(number.floatValue());
        }
        if (type instanceof DoubleType) {
            return functions.lit(number.doubleValue());
        }
        BigDecimal plain = number.stripTrailingZeros();
        boolean whole = plain.scale() <= 0 && plain.precision() - plain.scale() <= 18;
        return whole ? functions.lit(plain.longValueExact()) : functions.lit(number);
    }

    private static Optional<Column> text(String text, DataType type) {
        if (type instanceof StringType) {
            return Optional.of(functions.lit(text));
        }
        if (type instanceof BooleanType && ("true".equals(text) || "false".equals(text))) {
            return Optional.of(functions.lit("true".equals(text)));
        }
        try {
            if (type instanceof DateType) {
                return Optional.of(functions.lit(LocalDate.parse(text)));
            }
            if (type instanceof TimestampNTZType) {
                return Optional.of(functions.lit(time(text)));
            }
            if (type instanceof TimestampType) {
                return Optional.of(
                        text.endsWith("Z")
                                ? functions.lit(Instant.parse(text))
                                : functions.lit(time(text).toString()).cast("timestamp"));
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static LocalDateTime time(String text) {
        String iso = text.replace(' ', 'T');
        return iso.indexOf('T') < 0 ? LocalDate.parse(iso).atStartOfDay() : LocalDateTime.parse(iso);
    }
}
