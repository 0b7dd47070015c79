/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A literal in a condition. */
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

    /** A quoted string; on a column of dates or times it is read as one. */
    record TextValue(String string) implements Value {
        @Override
        public String text() {
            return Quotes.quote(string);
        }
    }

    /** A date written without quotes, in parentheses. */
    record DateValue(LocalDate date) implements Value {
        @Override
        public String text() {
            return "(" + date + ")";
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
