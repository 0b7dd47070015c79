/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import dev.saltern.quality.dqdl.Token.Kind;
import dev.saltern.quality.dqdl.Value.DateValue;
import dev.saltern.quality.dqdl.Value.Keyword;
import dev.saltern.quality.dqdl.Value.NumberValue;
import dev.saltern.quality.dqdl.Value.TextValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads one condition and its literals. */
final class ConditionReader {
    private static final int MAX_DIGITS = 38;
    private static final List<String> WORDS = List.of("between", "in", "matches", "not");

    private final TokenStream tokens;

    ConditionReader(TokenStream tokens) {
        this.tokens = tokens;
    }

    Condition condition(ConditionShape shape) {
        Token first = tokens.peek();
        if (first.kind() == Kind.SYMBOL) {
            Optional<Operator> operator = Operator.find(first.value());
            if (operator.isPresent()) {
                tokens.next();
                return comparison(operator.get(), shape);
            }
        }
        boolean negated = tokens.acceptName("not");
        if (tokens.acceptName("between")) {
            return between(shape, negated);
        }
        if (tokens.acceptName("in")) {
            return in(shape, negated);
        }
        if (shape == ConditionShape.VALUE && tokens.acceptName("matches")) {
            Token regex = tokens.peek();
            if (regex.kind() != Kind.STRING) {
                throw tokens.unexpected(regex, "a regular expression in double quotes");
            }
            return new Condition.Matches(tokens.next().value(), negated);
        }
        throw noCondition(tokens.peek());
    }

    private SyntaxProblem noCondition(Token token) {
        String expected = "a condition such as " + String.join(" ", Operator.symbols()) + " between in matches";
        if (token.kind() == Kind.NAME) {
            expected += NearestName.find(token.value(), WORDS)
                    .map(word -> " (nearest is " + word + ")")
                    .orElse("");
        }
        return tokens.unexpected(token, expected);
    }

    private Condition comparison(Operator operator, ConditionShape shape) {
        Token start = tokens.peek();
        Value value = value(shape);
        if (value instanceof Keyword && operator.ordered()) {
            throw tokens.fail(start, "Cannot read " + value.text() + ": only = and != compare with it");
        }
        return new Condition.Comparison(operator, value);
    }

    private Condition between(ConditionShape shape, boolean negated) {
        Value low = end(shape);
        if (!tokens.acceptName("and") && !tokens.acceptName("AND")) {
            throw tokens.unexpected(tokens.peek(), "and");
        }
        return new Condition.Between(low, end(shape), negated);
    }

    private Value end(ConditionShape shape) {
        Token start = tokens.peek();
        Value value = value(shape);
        if (value instanceof Keyword) {
            throw tokens.fail(start, "Cannot read " + value.text() + ": a range ends in a number, a string or a date");
        }
        return value;
    }

    private Condition in(ConditionShape shape, boolean negated) {
        tokens.expectSymbol("[");
        List<Value> values = new ArrayList<>();
        do {
            values.add(value(shape));
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol("]");
        return new Condition.In(values, negated);
    }

    private Value value(ConditionShape shape) {
        Token start = tokens.peek();
        Value value = anyValue();
        if (shape == ConditionShape.NUMBER && !(value instanceof NumberValue)) {
            throw tokens.fail(start, "Cannot read " + value.text() + ": a number must stand here");
        }
        return value;
    }

    private Value anyValue() {
        Token token = tokens.peek();
        boolean negative = tokens.acceptSymbol("-");
        if (tokens.peek().kind() == Kind.NUMBER) {
            return number(tokens.next(), negative);
        }
        if (negative) {
            throw tokens.unexpected(tokens.peek(), "a number after the -");
        }
        if (token.kind() == Kind.STRING) {
            return new TextValue(tokens.next().value());
        }
        if (tokens.acceptSymbol("(")) {
            Value date = date();
            tokens.expectSymbol(")");
            return date;
        }
        if (token.kind() == Kind.NAME && !token.isName("now")) {
            return keyword();
        }
        return date();
    }

    private Value number(Token token, boolean negative) {
        BigDecimal number = new BigDecimal(token.value());
        if (Math.max(number.precision(), number.scale()) > MAX_DIGITS) {
            throw tokens.fail(token, "Invalid number: " + token.value() + " (must be of at most 38 digits)");
        }
        return new NumberValue(negative ? number.negate() : number);
    }

    private Value keyword() {
        Token token = tokens.peek();
        Optional<Keyword> keyword = Arrays.stream(Keyword.values())
                .filter(k -> token.isName(k.name()) || token.isName(k.name().toLowerCase(Locale.ROOT)))
                .findFirst();
        if (keyword.isEmpty()) {
            throw tokens.unexpected(
                    token, "a number, a date, NULL, EMPTY, WHITESPACES_ONLY or a string in double quotes");
        }
        tokens.next();
        return keyword.get();
    }

    private Value date() {
        Token token = tokens.peek();
        if (token.isName("now")) {
            throw tokens.fail(token, "Cannot read now: dates relative to the run are not supported");
        }
        if (token.kind() != Kind.DATE) {
            throw tokens.unexpected(token, "a value");
        }
        try {
            Value date = new DateValue(LocalDate.parse(token.value()));
            tokens.next();
            return date;
        } catch (DateTimeException e) {
            throw tokens.fail(token, "Invalid date: " + token.value() + " (must be a day of the calendar, yyyy-MM-dd)");
        }
    }
}
