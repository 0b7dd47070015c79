/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import org.jspecify.annotations.Nullable;

/**
 * How many rows may leave before it is a failure: a share of the rows parsed, or a count.
 *
 * @param percent in [0, 100], or null when it is a count
 * @param rows at least 0, or null when it is a share
 */
public record Limit(@Nullable Double percent, @Nullable Long rows) {
    /** Reads {@code 1%}, {@code 0.5%} or {@code 1000}; throws {@link IllegalArgumentException} for anything else. */
    public static Limit parse(String text) {
        try {
            String trimmed = text.trim();
            if (trimmed.endsWith("%")) {
                double percent = Double.parseDouble(trimmed.substring(0, trimmed.length() - 1));
                if (percent >= 0 && percent <= 100) {
                    return new Limit(percent, null);
                }
            } else if (Long.parseLong(trimmed) >= 0) {
                return new Limit(null, Long.parseLong(trimmed));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(invalid(text), e);
        }
        throw new IllegalArgumentException(invalid(text));
    }

    /** Returns whether so many bad rows of so many are within the limit. */
    public boolean allows(long badRows, long totalRows) {
        if (rows != null) {
            return badRows <= rows;
        }
        return percent == null || badRows * 100.0 <= percent * totalRows;
    }

    @Override
    public String toString() {
        return rows != null ? rows + " rows" : percent + "%";
    }

    private static String invalid(String text) {
        return "Invalid limit: " + text + " (must be a count such as 1000, or a share in [0%, 100%] such as 1%)";
    }
}
