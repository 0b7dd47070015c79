/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import dev.saltern.quality.dqdl.Operator;
import dev.saltern.quality.dqdl.Rule;
import dev.saltern.quality.dqdl.Span;
import dev.saltern.quality.dqdl.Value;
import dev.saltern.quality.dqdl.Value.Keyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;

/**
 * Compiles a condition on the values of a column to a boolean that is never null.
 *
 * <p>NULL passes {@code !=} and {@code not in} and fails everything else, unless NULL itself is compared with. NaN equals no
 * number and has no order: it passes {@code !=} and {@code not in} and fails everything else. {@code between} excludes both
 * ends, {@code not between} includes them. {@code matches} is a Java regular expression on the whole value. Strings are
 * ordered by their bytes in UTF-8, and times are read in the time zone of the session.
 */
final class ValueCheck {
    private final StructField field;
    private final Column column;
    private final Span at;
    private final Scope scope;

    ValueCheck(StructField field, Rule rule, Scope scope) {
        this(field, ColumnText.column(field.name()), rule, scope);
    }

    /** Checks what is computed from a column as if it were a column of its own, with the name and type of the field. */
    ValueCheck(StructField field, Column column, Rule rule, Scope scope) {
        this.field = field;
        this.column = column;
        Span condition = rule.parts().condition();
        this.at = condition == null ? rule.span() : condition;
        this.scope = scope;
    }

    /** Returns what settles the condition: values between two that meet a comparison, or lie in a range, do so too. */
    static Check.Witness witness(Condition condition) {
        boolean ordered = condition instanceof Condition.Comparison comparison
                && comparison.operator().ordered();
        boolean inside = condition instanceof Condition.Between between && !between.negated();
        return ordered || inside ? Check.Witness.ENDS : Check.Witness.VALUES;
    }

    /** Returns whether a value meets the condition, or nothing when the column cannot be asked that. */
    Optional<Column> holds(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            return comparison(comparison.operator(), comparison.value());
        }
        if (condition instanceof Condition.Between between) {
            return between(between);
        }
        if (condition instanceof Condition.In in) {
            return anyOf(in.values()).map(found -> in.negated() ? functions.not(found) : found);
        }
        return matches((Condition.Matches) condition);
    }

    private Optional<Column> comparison(Operator operator, Value value) {
        if (!operator.ordered()) {
            return equal(value).map(equal -> operator == Operator.EQUAL ? equal : functions.not(equal));
        }
        return literal(value).map(limit -> ordered().and(compare(operator, limit)));
    }

    private Column compare(Operator operator, Column limit) {
        return switch (operator) {
            case EQUAL -> column.equalTo(limit);
            case NOT_EQUAL -> column.notEqual(limit);
            case GREATER -> column.gt(limit);
            case GREATER_OR_EQUAL -> column.geq(limit);
            case LESS -> column.lt(limit);
            case LESS_OR_EQUAL -> column.leq(limit);
        };
    }

    private Optional<Column> between(Condition.Between between) {
        Optional<Column> low = literal(between.low());
        Optional<Column> high = literal(between.high());
        if (low.isEmpty() || high.isEmpty() || !Ranges.check(between, at, scope)) {
            return Optional.empty();
        }
        return Optional.of(ordered()
                .and(
                        between.negated()
                                ? column.leq(low.get()).or(column.geq(high.get()))
                                : column.gt(low.get()).and(column.lt(high.get()))));
    }

    private Optional<Column> anyOf(List<Value> values) {
        List<Column> tests = new ArrayList<>();
        List<Object> literals = new ArrayList<>();
        boolean valid = true;
        for (Value value : values) {
            Optional<Column> test = value instanceof Keyword ? equal(value) : literal(value);
            valid &= test.isPresent();
            test.ifPresent(found -> {
                if (value instanceof Keyword) {
                    tests.add(found);
                } else {
                    literals.add(found);
                }
            });
        }
        if (!literals.isEmpty()) {
            tests.add(functions.coalesce(column.isin(literals.toArray()), functions.lit(false)));
        }
        return valid ? tests.stream().reduce(Column::or) : Optional.empty();
    }

    private Optional<Column> equal(Value value) {
        if (value == Keyword.NULL) {
            return Optional.of(column.isNull());
        }
        if (value instanceof Keyword keyword) {
            if (!isText("compare", keyword.text())) {
                return Optional.empty();
            }
            Column same = keyword == Keyword.EMPTY ? column.equalTo("") : column.rlike("\\A\\s+\\z");
            return Optional.of(functions.coalesce(same, functions.lit(false)));
        }
        return literal(value).map(limit -> functions.coalesce(column.equalTo(limit), functions.lit(false)));
    }

    private Optional<Column> matches(Condition.Matches matches) {
        if (!isText("match", "a regular expression")) {
            return Optional.empty();
        }
        String whole = "\\A(?:" + matches.regex() + ")\\z";
        try {
            Pattern.compile(matches.regex());
            Pattern.compile(whole);
        } catch (PatternSyntaxException e) {
            scope.problem(at, "Invalid regular expression: " + matches.regex() + " (" + e.getDescription() + ")");
            return Optional.empty();
        }
        Column found = column.rlike(whole);
        return Optional.of(column.isNotNull().and(matches.negated() ? functions.not(found) : found));
    }

    private boolean isText(String verb, String with) {
        boolean text = field.dataType() instanceof StringType;
        if (!text) {
            scope.problem(
                    at,
                    "Cannot " + verb + " " + field.name() + " with " + with + ": the column is "
                            + field.dataType().simpleString() + " and must be string");
        }
        return text;
    }

    /** Whether the value has an order: neither NULL nor NaN. */
    private Column ordered() {
        boolean floating = field.dataType() instanceof DoubleType || field.dataType() instanceof FloatType;
        return floating ? column.isNotNull().and(functions.not(column.isNaN())) : column.isNotNull();
    }

    private Optional<Column> literal(Value value) {
        Optional<Column> literal = Literals.of(value, field.dataType());
        if (literal.isEmpty()) {
            scope.problem(
                    at,
                    "Cannot compare " + field.name() + " with " + value.text() + ": the column is "
                            + field.dataType().simpleString() + " and " + value.text() + " is "
                            + Literals.kind(value));
        }
        return literal;
    }
}
