/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;

/** What a condition compares with. */
public sealed interface Value {

    /** Returns the value as DQDL text on one line; parsing it gives an equal value. */
    String text();

    /** A decimal number of at most 38 digits. */
    record NumberValue(BigDecimal number) implements Value {
        @Override
        public String text() {
            return number.toPlainString();
        }
    }

    /** A number that follows from the metrics of earlier runs. */
    record DynamicValue(NumberExpression expression) implements Value {
        @Override
        public String text() {
            return expression.text();
        }
    }

    /** A quoted string; on a column of dates or times it is read as one. */
    record TextValue(String string) implements Value {
        @Override
        public String text() {
            return Quotes.quote(string);
        }
    }

    /**
     * A date: written without quotes, in parentheses, on a column; in quotes on a file.
     *
     * @param quoted whether the normal form is a string
     */
    record DateValue(LocalDate date, boolean quoted) implements Value {
        @Override
        public String text() {
            return quoted ? Quotes.quote(date.toString()) : "(" + date + ")";
        }
    }

    /** A time on the day of the run, to the minute, in the time zone of the rule. */
    record TimeValue(LocalTime time) implements Value {
        @Override
        public String text() {
            return Quotes.quote(time.toString());
        }
    }

    /**
     * The time of the run, or a time before or after it.
     *
     * @param amount number of units after the run; negative before it, 0 for the run itself
     * @param unit days where the amount is 0
     */
    record NowValue(long amount, DurationUnit unit) implements Value {
        /** Returns how long after the run it is, negative before it. */
        public Duration offset() {
            return unit.of(amount);
        }

        @Override
        public String text() {
            if (amount == 0) {
                return "now()";
            }
            return "(now() " + (amount < 0 ? "- " : "+ ") + Math.abs(amount) + " " + unit.word() + ")";
        }
    }

    /** A length of time. */
    record DurationValue(long amount, DurationUnit unit) implements Value {
        /** Returns the length. */
        public Duration duration() {
            return unit.of(amount);
        }

        @Override
        public String text() {
            return amount + " " + unit.word();
        }
    }

    /** The size of a file. */
    record SizeValue(long amount, SizeUnit unit) implements Value {
        /** Returns the size in bytes. */
        public BigDecimal bytes() {
            return BigDecimal.valueOf(amount).multiply(BigDecimal.valueOf(unit.bytes()));
        }

        @Override
        public String text() {
            return amount + " " + unit.name();
        }
    }

    /** What has no literal of its own. */
    enum Keyword implements Value {
        /** A missing value. */
        NULL,
        /** The string of length zero. */
        EMPTY,
        /** A string of one or more characters, all of them white space. */
        WHITESPACES_ONLY;

        @Override
        public String text() {
            return name();
        }
    }
}
