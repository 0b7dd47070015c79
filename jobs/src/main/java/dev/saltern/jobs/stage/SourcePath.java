/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import dev.saltern.conf.Grain;
import dev.saltern.conf.Source;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The path of a source with the places for the period in it. */
final class SourcePath {
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("uuuu", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd", Locale.ROOT);

    private SourcePath() {}

    /** Returns the path for the period that starts on the day. */
    static String expand(Source source, Grain grain, LocalDate day) {
        return source.path()
                .replace("${dt}", grain == Grain.NONE ? day.toString() : grain.format(day))
                .replace("${year}", YEAR.format(day))
                .replace("${month}", MONTH.format(day))
                .replace("${day}", DAY.format(day));
    }

    /** Returns whether the path tells one period of the grain from every other, so that its files belong to that period. */
    static boolean namesPeriod(Source source, Grain grain) {
        String path = source.path();
        boolean year = path.contains("${year}");
        boolean month = year && path.contains("${month}");
        return switch (grain) {
            case NONE -> false;
            case YEAR -> path.contains("${dt}") || year;
            case MONTH -> path.contains("${dt}") || month;
            case DAY -> path.contains("${dt}") || (month && path.contains("${day}"));
        };
    }
}
