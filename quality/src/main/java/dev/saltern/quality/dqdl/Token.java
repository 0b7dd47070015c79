/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.util.Locale;

/**
 * A word of a ruleset.
 *
 * @param value what it means: the unescaped string, or the name of a constant, or the message of an
 *     {@link Kind#INVALID} token
 * @param start offset of its first character in the text
 * @param end offset after its last character
 * @param firstOnLine whether only white space stands before it on its line
 */
record Token(Kind kind, String value, int start, int end, int line, int column, boolean firstOnLine) {
    enum Kind {
        NAME,
        STRING,
        NUMBER,
        DATE,
        SYMBOL,
        CONSTANT,
        INVALID,
        END
    }

    /** Returns the value of a constant at the place of this word. */
    Token standsFor(Token constant) {
        return new Token(constant.kind(), constant.value(), start, end, line, column, firstOnLine);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && value.equals(symbol);
    }

    boolean isWord(String word) {
        return isName(word) || isName(word.toUpperCase(Locale.ROOT));
    }

    boolean isName(String name) {
        return kind == Kind.NAME && value.equals(name);
    }
}
