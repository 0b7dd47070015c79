/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which rows a moving average covers: some number of them, or those of some length of time. */
public sealed interface Frame {

    /** The current row and the {@code n - 1} before it; fewer at the start of a series. */
    static Frame rows(int n) {
        return new Rows(n);
    }

    /** The rows whose order time is in {@code (t - width, t]}, where {@code t} is that of the current row. */
    static Frame time(Duration width) {
        return new Time(width);
    }

    /**
     * Parses {@code 13 rows}, or a whole number of seconds, minutes, hours or days: {@code 30s}, {@code 90m},
     * {@code 24h}, {@code 7d}. A day is 24 hours, whatever the clocks of a time zone do.
     *
     * @throws InvalidTransformException when the text is neither, or the number is not in the range
     */
    static Frame parse(String text) {
        Matcher matcher = Pattern.compile("([0-9]{1,9})\\s*(rows?|[smhd])").matcher(text.strip());
        InvalidTransformException.require(
                matcher.matches(), "Invalid window: " + text + " (must be such as 13 rows, 30s, 90m, 24h or 7d)");
        int count = Integer.parseInt(matcher.group(1));
        ChronoUnit unit = Map.of(
                        "s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS, "d", ChronoUnit.DAYS)
                .get(matcher.group(2));
        return unit == null ? rows(count) : time(Duration.of(count, unit));
    }

    /**
     * A number of rows.
     *
     * @param count rows, the current one included, 1 or more
     */
    record Rows(int count) implements Frame {
        /** Checks the range. */
        public Rows {
            InvalidTransformException.require(count >= 1, "Invalid window: " + count + " rows (must be 1 row or more)");
        }

        @Override
        public String toString() {
            return count + " rows";
        }
    }

    /**
     * A length of time.
     *
     * @param width whole microseconds, in {@code [1 microsecond, 36500 days]}
     */
    record Time(Duration width) implements Frame {
        /** Longest frame, 100 years of 365 days: times and frame together stay within a {@code long} of microseconds. */
        public static final Duration MAX_WIDTH = Duration.ofDays(36_500);

        /** Checks the range. */
        public Time {
            InvalidTransformException.require(
                    width.compareTo(Duration.ZERO) > 0
                            && width.compareTo(MAX_WIDTH) <= 0
                            && width.toNanosPart() % 1_000 == 0,
                    "Invalid window: " + width + " (must be whole microseconds, more than 0 and at most 36500 days)");
        }

        long micros() {
            return width.toSeconds() * 1_000_000 + width.toNanosPart() / 1_000;
        }

        @Override
        public String toString() {
            long seconds = width.toSeconds();
            if (width.toNanosPart() != 0) {
                return width.toString();
            }
            if (seconds % 86_400 == 0) {
                return seconds / 86_400 + "d";
            }
            if (seconds % 3_600 == 0) {
                return seconds / 3_600 + "h";
            }
            return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
        }
    }
}
