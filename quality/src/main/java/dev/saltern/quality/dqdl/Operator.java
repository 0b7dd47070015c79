/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A comparison of two values. */
public enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    LESS("<"),
    LESS_OR_EQUAL("<=");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    static Optional<Operator> find(String symbol) {
        return Arrays.stream(values()).filter(o -> o.symbol.equals(symbol)).findFirst();
    }

    static List<String> symbols() {
        return Arrays.stream(values()).map(Operator::symbol).toList();
    }

    /** Returns the operator as written in DQDL. */
    public String symbol() {
        return symbol;
    }

    /** Returns whether the operator asks for the order of two values, not only whether they are the same. */
    public boolean ordered() {
        return this != EQUAL && this != NOT_EQUAL;
    }

    /** Returns whether the operator accepts the outcome of {@code left.compareTo(right)}. */
    public boolean accepts(int comparison) {
        return switch (this) {
            case EQUAL -> comparison == 0;
            case NOT_EQUAL -> comparison != 0;
            case GREATER -> comparison > 0;
            case GREATER_OR_EQUAL -> comparison >= 0;
            case LESS -> comparison < 0;
            case LESS_OR_EQUAL -> comparison <= 0;
        };
    }
}
