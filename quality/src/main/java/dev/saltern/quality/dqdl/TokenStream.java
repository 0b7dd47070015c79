/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import dev.saltern.quality.dqdl.Token.Kind;
import java.util.List;

/** The words of a ruleset and the place that has been read up to. */
final class TokenStream {
    private final String text;
    private final String file;
    private final List<Token> tokens;
    private int position;

    TokenStream(String text, String file, int firstLine, int firstColumn) {
        this.text = text;
        this.file = file;
        this.tokens = Lexer.tokens(text, firstLine, firstColumn);
    }

    int position() {
        return position;
    }

    Token peek() {
        return tokens.get(position);
    }

    /** Returns the word that stands a number of words ahead, or the last. */
    Token ahead(int distance) {
        return tokens.get(Math.min(position + distance, tokens.size() - 1));
    }

    /** Returns the word at the place and goes past it; the end is never passed. */
    Token next() {
        Token token = peek();
        if (token.kind() != Kind.END) {
            position++;
        }
        return token;
    }

    boolean acceptSymbol(String symbol) {
        boolean found = peek().isSymbol(symbol);
        if (found) {
            next();
        }
        return found;
    }

    boolean acceptName(String name) {
        boolean found = peek().isName(name);
        if (found) {
            next();
        }
        return found;
    }

    void expectSymbol(String symbol) {
        if (!acceptSymbol(symbol)) {
            throw unexpected(peek(), symbol);
        }
    }

    /** Returns the text from one word to the last one read. */
    Span spanFrom(Token first) {
        Token last = tokens.get(Math.max(position - 1, 0));
        return new Span(
                file, first.line(), first.column(), text.substring(first.start(), Math.max(first.end(), last.end())));
    }

    Span span(Token token) {
        return new Span(file, token.line(), token.column(), text.substring(token.start(), token.end()));
    }

    SyntaxProblem fail(Token token, String message) {
        return new SyntaxProblem(span(token).problem(message));
    }

    SyntaxProblem unexpected(Token token, String expected) {
        return switch (token.kind()) {
            case INVALID -> fail(token, token.value());
            case END -> fail(token, "Cannot read the ruleset: it ends where " + expected + " must follow");
            case NAME, STRING, NUMBER, DATE, SYMBOL ->
                fail(token, "Cannot read " + span(token).text() + ": " + expected + " must stand here");
        };
    }

    /**
     * Goes to where the next rule may begin: a comma or a closing bracket outside brackets, a rule type that begins a
     * line, or the end.
     *
     * @param start the place where the rule that cannot be read began, always passed
     */
    void resynchronise(int start) {
        int depth = 0;
        for (int i = start; i < position; i++) {
            depth += step(tokens.get(i));
        }
        if (position == start) {
            depth += step(next());
        }
        depth = Math.max(depth, 0);
        while (peek().kind() != Kind.END && !beginsRule(peek())) {
            Token token = peek();
            if (depth == 0 && (token.isSymbol(",") || token.isSymbol("]"))) {
                return;
            }
            depth = Math.max(depth + step(token), 0);
            next();
        }
    }

    private static boolean beginsRule(Token token) {
        return token.kind() == Kind.NAME
                && token.firstOnLine()
                && RuleType.find(token.value()).isPresent();
    }

    private static int step(Token token) {
        if (token.isSymbol("[")) {
            return 1;
        }
        return token.isSymbol("]") ? -1 : 0;
    }
}
