/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.sample;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What the generator is asked for.
 *
 * @param out the folder that receives {@code readings/}, {@code sensors/}, {@code notes/} and {@code _truth/}
 * @param firstDay the first day
 * @param days how many days in a row, in [1, 3660]
 * @param rows lines of readings per day, dirt included, in [1, 86400000]
 * @param sensors how many sensors send readings, in [1, 1000000]
 * @param seed the same seed gives the same lines, day by day
 * @param dirtRate the share of dirty lines, in [0, 0.5]; the kinds of {@link Dirt} take turns
 * @param hotShare the share of the clean lines that come from the first sensor, in [0, 1]
 */
public record SampleSpec(
        Path out, LocalDate firstDay, int days, long rows, int sensors, long seed, double dirtRate, double hotShare) {
    /** One line per millisecond of the day: more would repeat timestamps. */
    private static final long MAX_ROWS = 86_400_000;

    private static final int MAX_SENSORS = 1_000_000;
    private static final int MAX_DAYS = 3_660;
    private static final double MAX_DIRT_RATE = 0.5;

    public SampleSpec {
        requireWithin("days", days, 1, MAX_DAYS);
        requireWithin("rows", rows, 1, MAX_ROWS);
        requireWithin("sensors", sensors, 1, MAX_SENSORS);
        requireShare("dirt", dirtRate, MAX_DIRT_RATE);
        requireShare("hot-share", hotShare, 1);
    }

    private static void requireWithin(String key, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "Invalid " + key + ": " + value + " (must be in [" + min + ", " + max + "])");
        }
    }

    private static void requireShare(String key, double value, double max) {
        if (!(value >= 0 && value <= max)) {
            throw new IllegalArgumentException("Invalid " + key + ": " + value + " (must be in [0, "
                    + BigDecimal.valueOf(max).stripTrailingZeros().toPlainString() + "])");
        }
    }
}
