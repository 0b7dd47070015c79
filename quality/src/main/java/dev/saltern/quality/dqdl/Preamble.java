/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import dev.saltern.quality.dqdl.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads what may stand before the rules besides labels: constants, and dictionaries that are checked and not kept. */
final class Preamble {
    private final TokenStream tokens;

    Preamble(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** Returns whether {@code name = "value"} or {@code name = ["value", ...]} stands at the place. */
    boolean beginsConstant() {
        Token name = tokens.peek();
        if (name.kind() != Kind.NAME
                || !tokens.ahead(1).isSymbol("=")
                || RuleType.find(name.value()).isPresent()) {
            return false;
        }
        Token value = tokens.ahead(2);
        return isValue(value)
                || (value.isSymbol("[")
                        && isValue(tokens.ahead(3))
                        && !tokens.ahead(4).isSymbol("="));
    }

    private static boolean isValue(Token token) {
        return token.kind() == Kind.STRING
                || token.kind() == Kind.CONSTANT
                || ValueReader.Keywords.find(token).isPresent();
    }

    void constant() {
        Token name = tokens.next();
        tokens.next();
        if (tokens.defines(name.value())) {
            throw tokens.fail(name, "Cannot define " + name.value() + ": the constant is defined already");
        }
        if (!tokens.acceptSymbol("[")) {
            tokens.define(name.value(), value());
            return;
        }
        List<Token> values = new ArrayList<>();
        do {
            values.add(value());
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol("]");
        tokens.define(name.value(), values);
    }

    private Token value() {
        if (tokens.peek().kind() == Kind.CONSTANT || !isValue(tokens.peek())) {
            throw tokens.unexpected(tokens.peek(), "a string in double quotes");
        }
        return tokens.next();
    }

    /** Reads {@code {"name": "value", "names": ["a", "b"]}}. */
    void dictionary() {
        tokens.expectSymbol("{");
        do {
            tokens.expectString("a name in double quotes");
            tokens.expectSymbol(":");
            if (!tokens.acceptSymbol("[")) {
                tokens.expectString("a string in double quotes");
                continue;
            }
            do {
                tokens.expectString("a string in double quotes");
            } while (tokens.acceptSymbol(","));
            tokens.expectSymbol("]");
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol("}");
    }
}
