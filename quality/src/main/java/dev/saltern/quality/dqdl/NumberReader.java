/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import dev.saltern.quality.dqdl.NumberExpression.Call;
import dev.saltern.quality.dqdl.NumberExpression.Constant;
import dev.saltern.quality.dqdl.NumberExpression.Last;
import dev.saltern.quality.dqdl.NumberExpression.Latest;
import dev.saltern.quality.dqdl.NumberExpression.Operation;
import dev.saltern.quality.dqdl.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads a number, or an expression that becomes one; what consists of constants alone is computed at once. */
final class NumberReader {
    private static final int MAX_DIGITS = 38;
    private static final int MAX_RUNS = 1000;
    private static final int MAX_DEPTH = 100;
    private static final String LAST = "last";

    private final TokenStream tokens;
    private int depth;

    NumberReader(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** Returns whether the word at the place can begin a number; {@code now()} and a date in parentheses cannot. */
    boolean begins() {
        Token token = tokens.peek();
        if (token.isSymbol("(")) {
            Token inner = tokens.ahead(1);
            return inner.kind() != Kind.DATE && !inner.isName("now");
        }
        return token.kind() == Kind.NUMBER
                || token.isSymbol("-")
                || (token.kind() == Kind.NAME
                        && !token.isName("now")
                        && tokens.ahead(1).isSymbol("("));
    }

    Value value() {
        NumberExpression expression = number();
        return expression instanceof Constant constant
                ? new Value.NumberValue(constant.number())
                : new Value.DynamicValue(expression);
    }

    private NumberExpression number() {
        Token start = tokens.peek();
        NumberExpression expression = sum();
        if (expression instanceof Last last && last.count() != 1) {
            throw tokens.fail(
                    start,
                    "Cannot read " + last.text() + ": it is a list, and a number such as avg(" + last.text()
                            + ") must stand here");
        }
        return expression;
    }

    private NumberExpression sum() {
        NumberExpression left = product();
        for (Token sign = tokens.peek(); sign.isSymbol("+") || sign.isSymbol("-"); sign = tokens.peek()) {
            tokens.next();
            left = fold(sign, sign.isSymbol("+") ? Arithmetic.PLUS : Arithmetic.MINUS, left, product());
        }
        return left;
    }

    private NumberExpression product() {
        NumberExpression left = primary();
        for (Token sign = tokens.peek(); sign.isSymbol("*") || sign.isSymbol("/"); sign = tokens.peek()) {
            tokens.next();
            left = fold(sign, sign.isSymbol("*") ? Arithmetic.TIMES : Arithmetic.DIVIDED_BY, left, primary());
        }
        return left;
    }

    private NumberExpression fold(Token sign, Arithmetic arithmetic, NumberExpression left, NumberExpression right) {
        if ((left instanceof Last a && a.count() != 1) || (right instanceof Last b && b.count() != 1)) {
            throw tokens.fail(sign, "Cannot read " + sign.value() + ": one side of it is a list");
        }
        if (!(left instanceof Constant from && right instanceof Constant to)) {
            return new Operation(arithmetic, left, right);
        }
        try {
            BigDecimal result = arithmetic.apply(from.number(), to.number()).stripTrailingZeros();
            BigDecimal plain = result.scale() < 0 ? result.setScale(0) : result;
            return new Constant(checked(sign, plain));
        } catch (ArithmeticException e) {
            throw tokens.fail(sign, "Cannot divide by 0");
        }
    }

    private BigDecimal checked(Token token, BigDecimal number) {
        if (Math.max(number.precision(), number.scale()) > MAX_DIGITS) {
            throw tokens.fail(
                    token, "Invalid number: " + tokens.span(token).text() + " (must be of at most 38 digits)");
        }
        return number;
    }

    private NumberExpression primary() {
        Token token = tokens.peek();
        if (tokens.acceptSymbol("-")) {
            Token number = tokens.peek();
            if (number.kind() != Kind.NUMBER) {
                throw tokens.unexpected(number, "a number after the -");
            }
            return new Constant(literal(tokens.next()).negate());
        }
        if (token.kind() == Kind.NUMBER) {
            return new Constant(literal(tokens.next()));
        }
        if (tokens.acceptSymbol("(")) {
            enter(token);
            NumberExpression inner = sum();
            depth--;
            tokens.expectSymbol(")");
            return inner;
        }
        if (token.kind() == Kind.NAME && tokens.ahead(1).isSymbol("(")) {
            return call();
        }
        throw tokens.unexpected(token, "a number");
    }

    private void enter(Token token) {
        depth++;
        if (depth > MAX_DEPTH) {
            throw tokens.fail(token, "Cannot read (: parentheses are nested more than " + MAX_DEPTH + " deep");
        }
    }

    private BigDecimal literal(Token token) {
        return checked(token, new BigDecimal(token.value()));
    }

    private NumberExpression call() {
        Token name = tokens.next();
        tokens.next();
        if (name.isName(LAST)) {
            return last();
        }
        NumberFunction function = NumberFunction.find(name.value()).orElseThrow(() -> {
            List<String> valid = new ArrayList<>(NumberFunction.labels());
            valid.add(LAST);
            return tokens.fail(name, "Invalid function: " + name.value() + " " + NearestName.hint(name.value(), valid));
        });
        enter(name);
        List<NumberExpression> arguments = new ArrayList<>();
        arguments.add(function.ofList() ? list() : number());
        if (function == NumberFunction.INDEX) {
            tokens.expectSymbol(",");
            arguments.add(new Constant(BigDecimal.valueOf(whole("the place in the list, from 0"))));
        }
        depth--;
        tokens.expectSymbol(")");
        return new Call(function, arguments);
    }

    private NumberExpression list() {
        Token token = tokens.peek();
        if (!token.isName(LAST) || !tokens.ahead(1).isSymbol("(")) {
            throw tokens.unexpected(token, "a list such as last(10)");
        }
        tokens.next();
        tokens.next();
        return last();
    }

    private NumberExpression last() {
        if (tokens.acceptSymbol(")")) {
            return new Latest();
        }
        Token token = tokens.peek();
        int count = whole("a number of runs");
        if (count < 1) {
            throw tokens.fail(token, "Invalid number of runs: 0 (must be 1 to " + MAX_RUNS + ")");
        }
        tokens.expectSymbol(")");
        return new Last(count);
    }

    private int whole(String what) {
        Token token = tokens.peek();
        if (token.kind() != Kind.NUMBER) {
            throw tokens.unexpected(token, what);
        }
        BigDecimal number = new BigDecimal(token.value());
        if (token.value().contains(".") || number.compareTo(BigDecimal.valueOf(MAX_RUNS)) > 0) {
            throw tokens.fail(token, "Invalid number of runs: " + token.value() + " (must be 1 to " + MAX_RUNS + ")");
        }
        tokens.next();
        return number.intValueExact();
    }
}
