/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import dev.saltern.quality.dqdl.Token.Kind;
import dev.saltern.quality.dqdl.Value.Keyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one condition. */
final class ConditionReader {
    private static final List<String> WORDS = List.of("between", "in", "matches", "not");
    private static final Set<String> NO_VALUES = Set.of("matches");

    private final TokenStream tokens;
    private final ValueReader values;

    ConditionReader(TokenStream tokens) {
        this.tokens = tokens;
        this.values = new ValueReader(tokens);
    }

    /** Returns whether the word at the place can begin a condition. */
    boolean begins() {
        Token token = tokens.peek();
        return token.kind() == Kind.SYMBOL
                ? Operator.find(token.value()).isPresent()
                : token.kind() == Kind.NAME && WORDS.contains(token.value());
    }

    Condition condition(ConditionShape shape) {
        Token first = tokens.peek();
        Optional<Operator> operator = first.kind() == Kind.SYMBOL ? Operator.find(first.value()) : Optional.empty();
        if (operator.isPresent()) {
            tokens.next();
            return comparison(first, operator.get(), shape);
        }
        boolean negated = tokens.acceptName("not");
        if (shape.ordered() && tokens.acceptName("between")) {
            return between(shape, negated);
        }
        if (tokens.acceptName("in")) {
            return in(shape, negated);
        }
        if (shape == ConditionShape.VALUE && tokens.acceptName("matches")) {
            return new Condition.Matches(tokens.expectString("a regular expression in double quotes"), negated);
        }
        throw noCondition(tokens.peek());
    }

    private SyntaxProblem noCondition(Token token) {
        String expected = "a condition such as " + String.join(" ", Operator.symbols()) + " between in matches";
        if (token.kind() == Kind.NAME && !NO_VALUES.contains(token.value())) {
            expected += NearestName.find(token.value(), WORDS)
                    .map(word -> " (nearest is " + word + ")")
                    .orElse("");
        }
        return tokens.unexpected(token, expected);
    }

    private Condition comparison(Token symbol, Operator operator, ConditionShape shape) {
        Token start = tokens.peek();
        Value value = values.value(shape);
        if (value instanceof Keyword && operator.ordered()) {
            throw tokens.fail(start, "Cannot read " + value.text() + ": only = and != compare with it");
        }
        if (operator.ordered() && !shape.ordered()) {
            throw tokens.fail(symbol, "Cannot read " + symbol.value() + ": only = != in compare strings here");
        }
        return new Condition.Comparison(operator, value);
    }

    private Condition between(ConditionShape shape, boolean negated) {
        Value low = end(shape);
        if (!tokens.acceptWord("and")) {
            throw tokens.unexpected(tokens.peek(), "and");
        }
        return new Condition.Between(low, end(shape), negated);
    }

    private Value end(ConditionShape shape) {
        Token start = tokens.peek();
        Value value = values.value(shape);
        if (value instanceof Keyword) {
            throw tokens.fail(start, "Cannot read " + value.text() + ": a range ends in a number, a string or a date");
        }
        return value;
    }

    private Condition in(ConditionShape shape, boolean negated) {
        Token start = tokens.peek();
        List<Token> constant = tokens.acceptList();
        if (!constant.isEmpty()) {
            return new Condition.In(
                    constant.stream().map(token -> value(start, token, shape)).toList(), negated);
        }
        if (start.kind() == Kind.CONSTANT) {
            throw tokens.unexpected(start, "a list");
        }
        tokens.expectSymbol("[");
        List<Value> list = new ArrayList<>();
        do {
            list.add(values.value(shape));
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol("]");
        return new Condition.In(list, negated);
    }

    private Value value(Token at, Token token, ConditionShape shape) {
        Optional<Keyword> keyword = ValueReader.Keywords.find(token);
        Value value = keyword.isPresent() ? keyword.get() : new Value.TextValue(token.value());
        if (!shape.takes(value)) {
            throw tokens.fail(at, "Cannot read " + value.text() + ": " + shape.doc() + " must stand here");
        }
        return value;
    }
}
