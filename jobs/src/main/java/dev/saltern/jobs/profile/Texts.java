/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.profile;

import dev.saltern.quality.profile.ColumnProfile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as short as a terminal wants them. */
final class Texts {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}|[\\u0080-\\u009f]");
    private static final int MAX_VALUE = 16;
    private static final int MAX_PLAIN_DIGITS = 12;
    private static final MathContext DIGITS = new MathContext(5);

    private Texts() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String percent(double share) {
        return percentNumber(share) + " %";
    }

    /** Never 0 for something, nor 100 for not all. */
    static String percentNumber(double share) {
        String text = String.format(Locale.ROOT, "%.1f", 100 * share);
        if (share > 0 && text.equals("0.0")) {
            return "<0.1";
        }
        return share < 1 && text.equals("100.0") ? ">99.9" : text;
    }

    /** Returns a number with five digits. */
    static String number(double number) {
        BigDecimal plain = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        String text = plain.toPlainString();
        return text.length() <= MAX_PLAIN_DIGITS ? text : plain.toString();
    }

    /** Returns an end of a column's range. */
    static String value(ColumnProfile column, @Nullable String value) {
        return value == null ? "" : shown(column, value, MAX_VALUE);
    }

    /** Returns a value of a column: numbers with points rounded, times without seconds. */
    static String shown(ColumnProfile column, String value, int max) {
        if (column.numbers() != null && value.contains(".") && !value.equals("NaN")) {
            return number(Double.parseDouble(value));
        }
        if (column.type().startsWith("timestamp")) {
            return value.substring(0, Math.min(value.length(), MAX_VALUE));
        }
        return column.text() == null ? cut(value, max) : "'" + cut(value, max - 2) + "'";
    }

    static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max - 3) + "...";
    }

    /** Raw data may hold what moves a terminal's cursor. */
    static String safe(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }
}
