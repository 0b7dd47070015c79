/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import dev.saltern.quality.dqdl.Token.Kind;
import dev.saltern.quality.dqdl.Value.DateValue;
import dev.saltern.quality.dqdl.Value.DurationValue;
import dev.saltern.quality.dqdl.Value.Keyword;
import dev.saltern.quality.dqdl.Value.NowValue;
import dev.saltern.quality.dqdl.Value.SizeValue;
import dev.saltern.quality.dqdl.Value.TextValue;
import dev.saltern.quality.dqdl.Value.TimeValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one value of a condition. */
final class ValueReader {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,2}):([0-9]{2})( AM| PM)?");
    private static final int MAX_AMOUNT_DIGITS = 9;
    private static final int NOON = 12;

    private final TokenStream tokens;
    private final NumberReader numbers;

    ValueReader(TokenStream tokens) {
        this.tokens = tokens;
        this.numbers = new NumberReader(tokens);
    }

    Value value(ConditionShape shape) {
        Token start = tokens.peek();
        Value value = switch (shape) {
            case DURATION -> duration();
            case SIZE -> size();
            case DATE -> start.kind() == Kind.STRING ? moment(tokens.next()) : anyValue();
            case NONE, NUMBER, VALUE, TEXT -> anyValue();
        };
        if (!shape.takes(value)) {
            throw tokens.fail(start, "Cannot read " + value.text() + ": " + shape.doc() + " must stand here");
        }
        return value;
    }

    private Value anyValue() {
        Token token = tokens.peek();
        if (numbers.begins()) {
            return numbers.value();
        }
        if (token.kind() == Kind.STRING) {
            return new TextValue(tokens.next().value());
        }
        if (token.isName("now")) {
            return now();
        }
        if (token.kind() == Kind.NAME) {
            return keyword();
        }
        if (tokens.acceptSymbol("(")) {
            Value date = tokens.peek().isName("now") ? now() : date();
            tokens.expectSymbol(")");
            return date;
        }
        return date();
    }

    private Value keyword() {
        Token token = tokens.peek();
        Optional<Keyword> keyword = Keywords.find(token);
        if (keyword.isEmpty()) {
            throw tokens.unexpected(
                    token, "a number, a date, NULL, EMPTY, WHITESPACES_ONLY or a string in double quotes");
        }
        tokens.next();
        return keyword.get();
    }

    private Value now() {
        tokens.next();
        tokens.expectSymbol("(");
        tokens.expectSymbol(")");
        boolean before = tokens.acceptSymbol("-");
        if (!before && !tokens.acceptSymbol("+")) {
            return new NowValue(0, DurationUnit.DAYS);
        }
        DurationValue offset = duration();
        if (offset.amount() == 0) {
            return new NowValue(0, DurationUnit.DAYS);
        }
        return new NowValue(before ? -offset.amount() : offset.amount(), offset.unit());
    }

    private DurationValue duration() {
        long amount = amount("a length of time such as 24 hours");
        Token unit = tokens.peek();
        DurationUnit found = DurationUnit.find(unit.kind() == Kind.NAME ? unit.value() : "")
                .orElseThrow(() -> noUnit(unit, DurationUnit.words()));
        tokens.next();
        return new DurationValue(amount, found);
    }

    /** A number alone is a number of bytes. */
    private SizeValue size() {
        long amount = amount("a size such as 5 MB");
        Token unit = tokens.peek();
        if (unit.kind() != Kind.NAME || unit.firstOnLine() || !isSizeUnit(unit)) {
            return new SizeValue(amount, SizeUnit.B);
        }
        tokens.next();
        return new SizeValue(amount, SizeUnit.find(unit.value()).orElseThrow(() -> noUnit(unit, SizeUnit.words())));
    }

    private static boolean isSizeUnit(Token token) {
        return !List.of("and", "AND", "or", "OR", "with", "where", "labels").contains(token.value());
    }

    private SyntaxProblem noUnit(Token unit, List<String> valid) {
        return unit.kind() == Kind.NAME
                ? tokens.fail(unit, "Invalid unit: " + unit.value() + " " + NearestName.hint(unit.value(), valid))
                : tokens.unexpected(unit, "one of " + String.join(", ", valid));
    }

    private long amount(String what) {
        Token token = tokens.peek();
        if (token.kind() != Kind.NUMBER) {
            throw tokens.unexpected(token, what);
        }
        if (token.value().contains(".") || token.value().length() > MAX_AMOUNT_DIGITS) {
            throw tokens.fail(
                    token, "Invalid amount: " + token.value() + " (must be a whole number of at most 9 digits)");
        }
        return Long.parseLong(tokens.next().value());
    }

    /** A string where a time must stand: a date or a time of day. */
    private Value moment(Token token) {
        String text = token.value();
        Matcher time = TIME.matcher(text);
        try {
            if (DATE.matcher(text).matches()) {
                return new DateValue(LocalDate.parse(text), true);
            }
            if (time.matches()) {
                return new TimeValue(timeOfDay(time));
            }
        } catch (DateTimeException e) {
            throw tokens.fail(token, "Invalid time: " + text + " (must be a day of the calendar or a time of day)");
        }
        throw tokens.fail(token, "Invalid time: " + text + " (must be written as 2024-01-31, 9:30 AM or 21:30)");
    }

    private static LocalTime timeOfDay(Matcher time) {
        int hour = Integer.parseInt(time.group(1));
        int minute = Integer.parseInt(time.group(2));
        if (time.group(3) == null) {
            return LocalTime.of(hour, minute);
        }
        if (hour < 1 || hour > NOON) {
            throw new DateTimeException("hour " + hour);
        }
        return LocalTime.of(hour % NOON + (time.group(3).equals(" PM") ? NOON : 0), minute);
    }

    private Value date() {
        Token token = tokens.peek();
        if (token.kind() != Kind.DATE) {
            throw tokens.unexpected(token, "a value");
        }
        try {
            Value date = new DateValue(LocalDate.parse(token.value()), false);
            tokens.next();
            return date;
        } catch (DateTimeException e) {
            throw tokens.fail(token, "Invalid date: " + token.value() + " (must be a day of the calendar, yyyy-MM-dd)");
        }
    }

    /** The words for what has no literal, in capitals or in small letters. */
    static final class Keywords {
        private Keywords() {}

        static Optional<Keyword> find(Token token) {
            return Arrays.stream(Keyword.values())
                    .filter(keyword -> token.isWord(keyword.name().toLowerCase(Locale.ROOT)))
                    .findFirst();
        }
    }
}
