/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.cluster;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long something may take.
 *
 * @param duration longer than nothing
 */
public record TimeSpan(Duration duration) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})(ms|s|m|h)");

    /** Reads {@code 90s}, {@code 15m} or {@code 3h}; throws {@link IllegalArgumentException} for anything else. */
    public static TimeSpan parse(String text) {
        Matcher matcher = FORM.matcher(text.trim());
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw new IllegalArgumentException("Invalid time: " + text + " (must be such as 90s, 15m or 3h)");
        }
        long amount = Long.parseLong(matcher.group(1));
        return new TimeSpan(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    default -> Duration.ofHours(amount);
                });
    }

    /** Returns {@code 1h 5m}, {@code 2m 30s} or {@code 45s}: the two largest units. */
    public static String show(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return seconds + "s";
        }
        return seconds < 3600
                ? join(seconds / 60, "m", seconds % 60, "s")
                : join(seconds / 3600, "h", seconds % 3600 / 60, "m");
    }

    @Override
    public String toString() {
        return show(duration);
    }

    private static String join(long large, String largeUnit, long small, String smallUnit) {
        return large + largeUnit + (small == 0 ? "" : " " + small + smallUnit);
    }
}
