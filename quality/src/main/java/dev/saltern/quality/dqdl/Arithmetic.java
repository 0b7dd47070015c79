/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.math.BigDecimal;
import java.math.MathContext;

/** The four operations on numbers; multiplication and division bind tighter, and equals go from left to right. */
public enum Arithmetic {
    PLUS("+", false),
    MINUS("-", false),
    TIMES("*", true),
    DIVIDED_BY("/", true);

    private final String symbol;
    private final boolean tight;

    Arithmetic(String symbol, boolean tight) {
        this.symbol = symbol;
        this.tight = tight;
    }

    /** Returns the operation as written in DQDL. */
    public String symbol() {
        return symbol;
    }

    boolean tight() {
        return tight;
    }

    /**
     * Returns the result, to 34 digits.
     *
     * @throws ArithmeticException on a division by zero
     */
    public BigDecimal apply(BigDecimal left, BigDecimal right) {
        return switch (this) {
            case PLUS -> left.add(right, MathContext.DECIMAL128);
            case MINUS -> left.subtract(right, MathContext.DECIMAL128);
            case TIMES -> left.multiply(right, MathContext.DECIMAL128);
            case DIVIDED_BY -> left.divide(right, MathContext.DECIMAL128);
        };
    }
}
