/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.footer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The least and the greatest value of a column that are not NULL; none of the values is NaN.
 *
 * @param min as Java sees the column's Spark type: Integer, Long, Double, BigDecimal, LocalDate, Instant and so on
 */
public record Range(Object min, Object max) {
    private static final long MAX_VALUES = 256;

    /** Returns the range of two columns' values together. */
    private Range spanning(Range other) {
        return new Range(compare(other.min, min) < 0 ? other.min : min, compare(other.max, max) > 0 ? other.max : max);
    }

    /**
     * Returns every value that may stand in the column, when there are few: all whole numbers or days between the ends, and
     * the ends themselves where they are equal; otherwise an empty list.
     */
    public List<Object> values() {
        if (compare(min, max) == 0) {
            return List.of(min);
        }
        if (min instanceof Boolean) {
            return List.of(min, max);
        }
        if (min instanceof LocalDate from && max instanceof LocalDate to) {
            return few(from.toEpochDay(), to.toEpochDay(), LocalDate::ofEpochDay);
        }
        if (!isWhole(min)) {
            return List.of();
        }
        Object like = min;
        return few(((Number) min).longValue(), ((Number) max).longValue(), value -> whole(value, like));
    }

    private static List<Object> few(long from, long to, java.util.function.LongFunction<Object> value) {
        List<Object> values = new ArrayList<>();
        if (to - from >= 0 && to - from < MAX_VALUES) {
            for (long i = from; i <= to; i++) {
                values.add(value.apply(i));
            }
        }
        return values;
    }

    private static boolean isWhole(Object value) {
        return value instanceof Byte || value instanceof Short || value instanceof Integer || value instanceof Long;
    }

    private static Object whole(long value, Object like) {
        if (like instanceof Byte) {
            return (byte) value;
        }
        if (like instanceof Short) {
            return (short) value;
        }
        return like instanceof Integer ? (Object) (int) value : (Object) value;
    }

    /** By value and not by bits: -0.0 is 0.0. */
    private static int compare(Object left, Object right) {
        if (left instanceof Double || left instanceof Float) {
            double a = ((Number) left).doubleValue();
            double b = ((Number) right).doubleValue();
            return a < b ? -1 : a > b ? 1 : 0;
        }
        if (left instanceof BigDecimal a) {
            return a.compareTo((BigDecimal) right);
        }
        if (left instanceof LocalDate a) {
            return a.compareTo((LocalDate) right);
        }
        if (left instanceof Instant a) {
            return a.compareTo((Instant) right);
        }
        if (left instanceof LocalDateTime a) {
            return a.compareTo((LocalDateTime) right);
        }
        return left instanceof Boolean a
                ? a.compareTo((Boolean) right)
                : Long.compare(((Number) left).longValue(), ((Number) right).longValue());
    }

    /** Returns the range of two, either of which may be unknown because there is no value. */
    static @Nullable Range union(@Nullable Range left, @Nullable Range right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        return left.spanning(right);
    }
}
