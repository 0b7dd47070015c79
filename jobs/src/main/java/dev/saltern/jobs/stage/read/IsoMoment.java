/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

/**
 * Reads ISO 8601 dates and times: {@code 2026-01-31}, {@code 2026-01-31T10:00}, with a blank for the T, seconds, a fraction, and an offset
 * ({@code Z}, {@code +01}, {@code +01:00}, {@code +0100}). The fraction may have more than 6 digits if the others are zeros.
 */
final class IsoMoment {
    private static final int[] DAYS_OF_MONTH = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final long MICROS_PER_SECOND = 1_000_000L;

    private byte[] bytes = new byte[0];
    private int at;
    private int to;

    /** Days since 1970-01-01. */
    long epochDay;
    /** Microseconds since midnight. */
    long microsOfDay;
    /** Whether a zone offset was given. */
    boolean hasOffset;
    /** The offset in seconds, if given. */
    int offsetSeconds;

    /** Reads a date; returns false if it is none. */
    boolean parseDate(byte[] text, int from, int end) {
        bytes = text;
        at = from;
        to = end;
        return date() && at == to;
    }

    /** Reads a date with a time; returns false if it is none. */
    boolean parseDateTime(byte[] text, int from, int end) {
        bytes = text;
        at = from;
        to = end;
        return date() && (take('T') || take(' ')) && time() && offset() && at == to;
    }

    /** Returns the microseconds since 1970-01-01T00:00 of the local time. */
    long localMicros() {
        return epochDay * 86_400L * MICROS_PER_SECOND + microsOfDay;
    }

    private boolean date() {
        int year = digits(4);
        if (year < 1 || !take('-')) {
            return false;
        }
        int month = digits(2);
        if (month < 1 || month > 12 || !take('-')) {
            return false;
        }
        int day = digits(2);
        boolean leapDay = month == 2 && day == 29 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        if (day < 1 || (day > DAYS_OF_MONTH[month - 1] && !leapDay)) {
            return false;
        }
        epochDay = epochDay(year, month, day);
        return true;
    }

    /** Counts days from 1 March of the year 0, so that the leap day is the last of its year. */
    private static long epochDay(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return 365L * y + y / 4 - y / 100 + y / 400 + dayOfYear - 719_468L;
    }

    private boolean time() {
        int hour = digits(2);
        if (hour < 0 || hour > 23 || !take(':')) {
            return false;
        }
        int minute = digits(2);
        if (minute < 0 || minute > 59) {
            return false;
        }
        microsOfDay = (hour * 3600L + minute * 60L) * MICROS_PER_SECOND;
        if (!take(':')) {
            return true;
        }
        int second = digits(2);
        if (second < 0 || second > 59) {
            return false;
        }
        microsOfDay += second * MICROS_PER_SECOND;
        return (!take('.') && !take(',')) || fraction();
    }

    private boolean fraction() {
        int start = at;
        long micros = 0;
        for (; at < to && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            if (at - start < 6) {
                micros = micros * 10 + bytes[at] - '0';
            } else if (bytes[at] != '0') {
                return false;
            }
        }
        for (int count = at - start; count < 6; count++) {
            micros *= 10;
        }
        microsOfDay += micros;
        return at > start;
    }

    private boolean offset() {
        hasOffset = at < to;
        offsetSeconds = 0;
        if (!hasOffset || take('Z')) {
            return true;
        }
        boolean minus = take('-');
        if (!minus && !take('+')) {
            return false;
        }
        int hours = digits(2);
        int minutes = 0;
        if (at < to) {
            boolean colon = take(':');
            minutes = digits(2);
            if (minutes < 0 && colon) {
                return false;
            }
        }
        if (hours < 0 || minutes < 0 || minutes > 59 || hours * 60 + minutes > 18 * 60) {
            return false;
        }
        offsetSeconds = (hours * 3600 + minutes * 60) * (minus ? -1 : 1);
        return true;
    }

    private boolean take(char expected) {
        boolean found = at < to && bytes[at] == expected;
        if (found) {
            at++;
        }
        return found;
    }

    /** Reads so many digits, or returns -1. */
    private int digits(int count) {
        if (at + count > to) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < count; i++) {
            int digit = bytes[at + i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        at += count;
        return value;
    }
}
