/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a rule, or rules joined by {@code and}, which binds tighter, and {@code or}. */
final class StatementReader {
    private static final int MAX_DEPTH = 100;

    private final TokenStream tokens;
    private final Map<String, String> defaultLabels;
    private int depth;

    StatementReader(TokenStream tokens, Map<String, String> defaultLabels) {
        this.tokens = tokens;
        this.defaultLabels = defaultLabels;
    }

    Statement statement() {
        return joined(Connective.OR);
    }

    private Statement joined(Connective connective) {
        Token first = tokens.peek();
        List<Statement> parts = new ArrayList<>();
        do {
            parts.add(connective == Connective.OR ? joined(Connective.AND) : single());
        } while (tokens.acceptWord(connective.word()));
        return parts.size() == 1 ? parts.get(0) : Composite.of(connective, parts, tokens.spanFrom(first));
    }

    private Statement single() {
        Token open = tokens.peek();
        if (!tokens.acceptSymbol("(")) {
            return new RuleReader(tokens, defaultLabels).rule();
        }
        depth++;
        if (depth > MAX_DEPTH) {
            throw tokens.fail(open, "Cannot read (: parentheses are nested more than " + MAX_DEPTH + " deep");
        }
        Statement inner = statement();
        depth--;
        tokens.expectSymbol(")");
        return inner;
    }
}
