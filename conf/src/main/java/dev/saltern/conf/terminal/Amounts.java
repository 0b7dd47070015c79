/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.terminal;

import java.util.Locale;

/** Amounts in few letters, where the magnitude is what counts. */
public final class Amounts {
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MINUTES_PER_HOUR = 60;
    private static final int THOUSAND = 1000;
    private static final int KILOBYTE = 1024;
    /** From here on a digit behind the point would be shown as a whole one. */
    private static final double MANY = 9.95;

    private Amounts() {}

    /** Returns a size in bytes, such as {@code 512 B}, {@code 2.6 KB} or {@code 34 MB}, in steps of 1,024. */
    public static String bytes(long bytes) {
        return bytes < KILOBYTE ? bytes + " B" : scaled(bytes, KILOBYTE, " ", "KMGTPE") + "B";
    }

    /** Returns a count, such as {@code 999} or {@code 1.2M}, in steps of 1,000. */
    public static String count(long count) {
        return count < THOUSAND ? Long.toString(count) : scaled(count, THOUSAND, "", "kMGTPE");
    }

    /** Returns a count with its noun: {@code 1 file}, {@code 20,000 files}. */
    public static String count(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }

    /** Returns a time, such as {@code 20 s}, {@code 90 min} or {@code 3 h}. */
    public static String duration(long seconds) {
        if (seconds < 2 * SECONDS_PER_MINUTE) {
            return seconds + " s";
        }
        long minutes = Math.round((double) seconds / SECONDS_PER_MINUTE);
        return minutes < 2 * MINUTES_PER_HOUR
                ? minutes + " min"
                : Math.round((double) minutes / MINUTES_PER_HOUR) + " h";
    }

    private static String scaled(long amount, int step, String gap, String units) {
        double scaled = amount;
        int unit = -1;
        // What would be shown as a whole step is shown as one of the next unit.
        while (scaled >= step - 0.5 && unit < units.length() - 1) {
            scaled /= step;
            unit++;
        }
        return String.format(Locale.ROOT, scaled < MANY ? "%.1f%s%s" : "%.0f%s%s", scaled, gap, units.charAt(unit));
    }
}
