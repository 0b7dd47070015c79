/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import dev.saltern.conf.terminal.Amounts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as a page shows them: the same for every reader, whatever the machine's language. */
public final class Figures {
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final double MILLIS = 1000;
    private static final double SMALL = 0.0001;
    /** What is shorter is told in milliseconds: a tenth of a second would hide it. */
    private static final double SHORT = 0.1;

    private Figures() {}

    /** Returns a count: {@code 20,000}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Returns a count with its noun: {@code 1 file}, {@code 4 files}. */
    public static String count(long count, String noun) {
        return Amounts.count(count, noun);
    }

    /** Returns a size: {@code 1.5 MB}. */
    public static String bytes(@Nullable Long bytes) {
        return bytes == null ? "–" : Amounts.bytes(bytes);
    }

    /** Returns a length of time: {@code 40 ms}, {@code 0.4 s}, {@code 12 min 5 s}, {@code 3 h 20 min}. */
    public static String seconds(double seconds) {
        if (seconds < SHORT) {
            return Math.round(MILLIS * seconds) + " ms";
        }
        if (seconds < MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < HOUR
                ? whole / MINUTE + " min " + whole % MINUTE + " s"
                : whole / HOUR + " h " + whole % HOUR / MINUTE + " min";
    }

    /** Returns a length of time. */
    public static String millis(long millis) {
        return millis < MILLIS ? millis + " ms" : seconds(millis / MILLIS);
    }

    /** Returns a share in [0, 1] as a percentage. */
    public static String percent(double share) {
        if (share > 0 && share < SMALL) {
            return "< 0.01%";
        }
        return String.format(Locale.ROOT, share < 0.01 && share > 0 ? "%.2f%%" : "%.1f%%", 100 * share);
    }

    /** Returns one number of a total as a percentage; nothing of nothing is 0. */
    public static String percent(long part, long total) {
        return percent(total == 0 ? 0 : part / (double) total);
    }

    /** Returns a number that a rule observed, as short as it can be told. */
    public static String number(@Nullable Double value) {
        if (value == null) {
            return "–";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return count(value.longValue());
        }
        return String.format(Locale.ROOT, "%.6g", value).replaceFirst("\\.?0+(?=e|$)", "");
    }

    /** Returns an amount of money. */
    public static String dollars(double usd) {
        return String.format(Locale.ROOT, usd < 1 ? "$%.4f" : "$%,.2f", usd);
    }
}
