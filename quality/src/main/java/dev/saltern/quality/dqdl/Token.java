/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

/**
 * A word of a ruleset.
 *
 * @param value what it means: the unescaped string, or the message of an {@link Kind#INVALID} token
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
        INVALID,
        END
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && value.equals(symbol);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && value.equals(name);
    }
}
