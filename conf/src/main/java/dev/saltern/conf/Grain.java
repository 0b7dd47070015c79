/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How much time one partition holds. */
public enum Grain {
    DAY("uuuu-MM-dd", 3),
    MONTH("uuuu-MM", 2),
    YEAR("uuuu", 1),
    /** The table has no partitions; every run replaces it whole. */
    NONE("", 0);

    private final String pattern;
    private final int calendarFields;

    Grain(String pattern, int calendarFields) {
        this.pattern = pattern;
        this.calendarFields = calendarFields;
    }

    /** Returns the first day of the period that holds the date. */
    public LocalDate start(LocalDate date) {
        return switch (this) {
            case DAY, NONE -> date;
            case MONTH -> date.withDayOfMonth(1);
            case YEAR -> date.withDayOfYear(1);
        };
    }

    /** Returns the first day of the period after the one that holds the date; for {@link #NONE} the next day. */
    public LocalDate next(LocalDate date) {
        return switch (this) {
            case DAY, NONE -> date.plusDays(1);
            case MONTH -> start(date).plusMonths(1);
            case YEAR -> start(date).plusYears(1);
        };
    }

    /** Returns the first day of the period so many periods before the one that holds the date. */
    public LocalDate back(LocalDate date, int periods) {
        return switch (this) {
            case DAY, NONE -> date.minusDays(periods);
            case MONTH -> start(date).minusMonths(periods);
            case YEAR -> start(date).minusYears(periods);
        };
    }

    /** Returns the period as text: {@code 2026-01-31}, {@code 2026-01}, {@code 2026}, or the empty text. */
    public String format(LocalDate date) {
        return this == NONE
                ? ""
                : DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(date);
    }

    /** Returns how many calendar fields (year, month, day) name a period: 3, 2, 1 or 0. */
    public int calendarFields() {
        return calendarFields;
    }
}
