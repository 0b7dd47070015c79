/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a table keeps its partitions.
 *
 * @param count how many units, 1 or more
 * @param unit days, months or years
 */
public record Retention(int count, ChronoUnit unit) {
    /** A shorter one is a typo more often than a wish: a week of partitions is kept at least. */
    public static final int MIN_DAYS = 7;

    private static final Pattern FORM = Pattern.compile("([0-9]{1,5})\\s*([dmy])");

    /** Reads {@code 400d}, {@code 24m} (months) or {@code 7y}; throws {@link IllegalArgumentException} for anything else. */
    public static Retention parse(String text) {
        Matcher matcher = FORM.matcher(text.trim().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "Invalid retention: " + text + " (must be such as 400d, 24m for months, or 7y)");
        }
        int count = Integer.parseInt(matcher.group(1));
        ChronoUnit unit = switch (String.valueOf(matcher.group(2))) {
            case "d" -> ChronoUnit.DAYS;
            case "m" -> ChronoUnit.MONTHS;
            default -> ChronoUnit.YEARS;
        };
        if (count < (unit == ChronoUnit.DAYS ? MIN_DAYS : 1)) {
            throw new IllegalArgumentException("Invalid retention: " + text + " (must be at least " + MIN_DAYS + "d)");
        }
        return new Retention(count, unit);
    }

    /** Returns the first day that is kept on a day: a partition goes once its last day is before it. */
    public LocalDate firstKept(LocalDate today) {
        return today.minus(count, unit);
    }

    @Override
    public String toString() {
        return count + (unit == ChronoUnit.DAYS ? "d" : unit == ChronoUnit.MONTHS ? "m" : "y");
    }
}
