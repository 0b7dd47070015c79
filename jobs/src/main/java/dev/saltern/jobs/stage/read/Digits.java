/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.types.Decimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers strictly: an optional sign, decimal digits, and for fractions a point and an exponent; no blanks, suffixes or bases.
 *
 * <p>Doubles are exact: up to 2^53 and 10^22 in one correctly rounded operation, else by {@link Double#parseDouble}.
 *
 * @see <a href="https://doi.org/10.1145/93542.93557">W. D. Clinger, How to Read Floating Point Numbers Accurately, 1990</a>
 */
final class Digits {
    private static final int MAX_MANTISSA_DIGITS = 18;
    private static final int MAX_EXPONENT = 9999;
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private long longValue;
    private double doubleValue;
    private boolean negative;
    private long mantissa;
    private int mantissaDigits;
    private int exponent;

    long longValue() {
        return longValue;
    }

    double doubleValue() {
        return doubleValue;
    }

    /** Reads a whole number within the bounds; returns false if it is none. */
    boolean parseLong(byte[] bytes, int from, int to, long min, long max) {
        boolean minus = bytes[from] == '-';
        int i = minus || bytes[from] == '+' ? from + 1 : from;
        if (i == to) {
            return false;
        }
        long value = 0;
        for (; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9 || value < (Long.MIN_VALUE + digit) / 10) {
                return false;
            }
            value = value * 10 - digit;
        }
        if (!minus && value == Long.MIN_VALUE) {
            return false;
        }
        longValue = minus ? value : -value;
        return longValue >= min && longValue <= max;
    }

    /** Reads a finite double or {@code NaN}; returns false if it is none. */
    boolean parseDouble(byte[] bytes, int from, int to) {
        if (isNaN(bytes, from, to)) {
            doubleValue = Double.NaN;
            return true;
        }
        if (!scan(bytes, from, to)) {
            return false;
        }
        if (mantissaDigits <= MAX_MANTISSA_DIGITS && mantissa <= 1L << 53 && Math.abs(exponent) <= 22) {
            double value = exponent < 0 ? mantissa / POWERS_OF_TEN[-exponent] : mantissa * POWERS_OF_TEN[exponent];
            doubleValue = negative ? -value : value;
            return true;
        }
        doubleValue = Double.parseDouble(text(bytes, from, to));
        return !Double.isInfinite(doubleValue);
    }

    /** Reads a finite float or {@code NaN}; returns false if it is none. */
    boolean parseFloat(byte[] bytes, int from, int to) {
        if (isNaN(bytes, from, to)) {
            doubleValue = Double.NaN;
            return true;
        }
        if (!scan(bytes, from, to)) {
            return false;
        }
        float value = Float.parseFloat(text(bytes, from, to));
        doubleValue = value;
        return !Float.isInfinite(value);
    }

    /** Reads a decimal; returns null if it is none or would lose a digit. Zeros behind the last digit of the scale are no loss. */
    @Nullable
    Decimal parseDecimal(byte[] bytes, int from, int to, int precision, int scale) {
        if (!scan(bytes, from, to) || Math.abs(exponent) > MAX_EXPONENT) {
            return null;
        }
        int shift = scale + exponent;
        if (shift >= 0 && mantissaDigits + shift <= MAX_MANTISSA_DIGITS && precision <= MAX_MANTISSA_DIGITS) {
            long unscaled = mantissa * (long) POWERS_OF_TEN[shift];
            boolean fits = unscaled < (long) POWERS_OF_TEN[precision];
            return fits ? Decimal.createUnsafe(negative ? -unscaled : unscaled, precision, scale) : null;
        }
        BigDecimal value = new BigDecimal(text(bytes, from, to)).stripTrailingZeros();
        boolean fits = value.signum() == 0
                || (value.scale() <= scale && (long) value.precision() - value.scale() <= precision - scale);
        return fits ? Decimal.apply(value.setScale(scale), precision, scale) : null;
    }

    private static boolean isNaN(byte[] bytes, int from, int to) {
        return to - from == 3 && bytes[from] == 'N' && bytes[from + 1] == 'a' && bytes[from + 2] == 'N';
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Checks the grammar and takes sign, digits and exponent apart. */
    private boolean scan(byte[] bytes, int from, int to) {
        negative = bytes[from] == '-';
        mantissa = 0;
        mantissaDigits = 0;
        int start = negative || bytes[from] == '+' ? from + 1 : from;
        int i = digits(bytes, start, to);
        int whole = i - start;
        int fraction = 0;
        if (i < to && bytes[i] == '.') {
            int point = i + 1;
            i = digits(bytes, point, to);
            fraction = i - point;
        }
        if (whole + fraction == 0) {
            return false;
        }
        exponent = -fraction;
        return i == to || ((bytes[i] | 0x20) == 'e' && scanExponent(bytes, i + 1, to));
    }

    private int digits(byte[] bytes, int from, int to) {
        int i = from;
        for (; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            if (mantissaDigits > 0 || digit > 0) {
                mantissaDigits++;
                mantissa = mantissa * 10 + digit;
            }
        }
        return i;
    }

    private boolean scanExponent(byte[] bytes, int from, int to) {
        if (from == to || !parseLong(bytes, from, to, -1_000_000_000L, 1_000_000_000L)) {
            return false;
        }
        exponent += (int) longValue;
        return true;
    }
}
