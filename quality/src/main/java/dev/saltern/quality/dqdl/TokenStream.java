/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import dev.saltern.quality.dqdl.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The words of a ruleset and the place that has been read up to. */
final class TokenStream {
    private final String text;
    private final String file;
    private final List<Token> tokens;
    private final Map<String, List<Token>> constants = new TreeMap<>();
    private final Map<String, Token> strings = new TreeMap<>();
    private int position;

    TokenStream(String text, String file, int firstLine, int firstColumn) {
        this.text = text;
        this.file = file;
        this.tokens = Lexer.tokens(text, firstLine, firstColumn);
    }

    int position() {
        return position;
    }

    /** Returns the word at the place; a constant that is one value is that value. */
    Token peek() {
        return resolve(tokens.get(position));
    }

    private Token resolve(Token token) {
        Token value = token.kind() == Kind.CONSTANT ? strings.get(token.value()) : null;
        return value == null ? token : token.standsFor(value);
    }

    /** Returns the word that stands a number of words ahead, or the last. */
    Token ahead(int distance) {
        return resolve(tokens.get(Math.min(position + distance, tokens.size() - 1)));
    }

    /** Returns the word at the place and goes past it; the end is never passed. */
    Token next() {
        Token token = peek();
        if (token.kind() != Kind.END) {
            position++;
        }
        return token;
    }

    /** Gives a name to one value. */
    void define(String name, Token value) {
        strings.put(name, value);
        constants.put(name, List.of(value));
    }

    /** Gives a name to a list of values. */
    void define(String name, List<Token> values) {
        constants.put(name, List.copyOf(values));
    }

    boolean defines(String name) {
        return constants.containsKey(name);
    }

    /** Returns the values of the constant at the place, and goes past it; nothing when no constant stands there. */
    List<Token> acceptList() {
        Token token = tokens.get(position);
        List<Token> values = token.kind() == Kind.CONSTANT ? constants.get(token.value()) : null;
        if (values == null) {
            return List.of();
        }
        next();
        return values.stream().map(token::standsFor).toList();
    }

    boolean acceptWord(String word) {
        return acceptName(word) || acceptName(word.toUpperCase(Locale.ROOT));
    }

    String expectString(String what) {
        if (peek().kind() != Kind.STRING) {
            throw unexpected(peek(), what);
        }
        return next().value();
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
            case CONSTANT -> fail(token, constantMessage(token, expected));
            case NAME, STRING, NUMBER, DATE, SYMBOL ->
                fail(token, "Cannot read " + span(token).text() + ": " + expected + " must stand here");
        };
    }

    private String constantMessage(Token token, String expected) {
        if (constants.containsKey(token.value())) {
            return "Cannot read $" + token.value() + ": it is a list, and " + expected + " must stand here";
        }
        if (constants.isEmpty()) {
            return "Cannot read $" + token.value() + ": no constant is defined";
        }
        return "Invalid constant: $" + token.value() + " " + NearestName.hint(token.value(), constants.keySet());
    }

    /**
     * Goes to where the next rule may begin: a comma or a closing bracket outside brackets, a comma before a rule type, a
     * rule type that begins a line, or the end.
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
        while (peek().kind() != Kind.END && !beginsRule()) {
            Token token = peek();
            if (depth == 0 && (token.isSymbol(",") || token.isSymbol("]"))) {
                return;
            }
            if (token.isSymbol(",") && isRuleType(ahead(1))) {
                return;
            }
            depth = Math.max(depth + step(token), 0);
            next();
        }
    }

    /** Returns whether a rule may begin here although no comma stands before: on a line of its own. */
    boolean beginsRule() {
        Token token = peek();
        if (position > 0 && tokens.get(position - 1).isSymbol(",") && isRuleType(token)) {
            return true;
        }
        return token.firstOnLine() && (isRuleType(token) || (token.isSymbol("(") && isRuleType(ahead(1))));
    }

    /** Returns whether a rule type stands at the place, on a line of its own or not. */
    boolean atRuleType() {
        return isRuleType(peek());
    }

    private static boolean isRuleType(Token token) {
        return token.kind() == Kind.NAME && RuleType.find(token.value()).isPresent();
    }

    private static int step(Token token) {
        if (token.isSymbol("[")) {
            return 1;
        }
        return token.isSymbol("]") ? -1 : 0;
    }
}
