/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a value, or a number that a rule computes, must meet.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/dqdl.html#dqdl-syntax-rule-expressions">DQDL expressions</a>
 */
public sealed interface Condition {

    /** Returns the condition as DQDL text on one line; parsing it gives an equal condition. */
    String text();

    /** Returns what follows {@code must} in a sentence about a value: {@code be > 0}, {@code match "[a-z]+"}. */
    String demand();

    /** Returns the values of the condition, in the order written. */
    List<Value> values();

    /** Returns the condition with every value replaced; one without values is returned as it is. */
    Condition map(UnaryOperator<Value> replace);

    /**
     * Returns whether a computed number meets the condition; literals that are not numbers never do.
     *
     * @param observed a count or a share, finite
     */
    boolean holds(BigDecimal observed);

    /** {@code = != > >= < <=}. */
    record Comparison(Operator operator, Value value) implements Condition {
        @Override
        public String text() {
            return operator.symbol() + " " + value.text();
        }

        @Override
        public String demand() {
            return "be " + text();
        }

        @Override
        public List<Value> values() {
            return List.of(value);
        }

        @Override
        public Condition map(UnaryOperator<Value> replace) {
            return new Comparison(operator, replace.apply(value));
        }

        @Override
        public boolean holds(BigDecimal observed) {
            return value instanceof Value.NumberValue limit && operator.accepts(observed.compareTo(limit.number()));
        }
    }

    /** {@code between} excludes both ends, {@code not between} includes them. */
    record Between(Value low, Value high, boolean negated) implements Condition {
        @Override
        public String text() {
            return (negated ? "not " : "") + range();
        }

        @Override
        public String demand() {
            return (negated ? "not be " : "be ") + range();
        }

        private String range() {
            return "between " + low.text() + " and " + high.text();
        }

        @Override
        public List<Value> values() {
            return List.of(low, high);
        }

        @Override
        public Condition map(UnaryOperator<Value> replace) {
            return new Between(replace.apply(low), replace.apply(high), negated);
        }

        @Override
        public boolean holds(BigDecimal observed) {
            return low instanceof Value.NumberValue from
                    && high instanceof Value.NumberValue to
                    && (observed.compareTo(from.number()) > 0 && observed.compareTo(to.number()) < 0) != negated;
        }
    }

    /** {@code in} and {@code not in} a list of at least one value. */
    record In(List<Value> values, boolean negated) implements Condition {
        /** Copies the list. */
        public In {
            values = List.copyOf(values);
        }

        @Override
        public String text() {
            return (negated ? "not " : "") + set();
        }

        @Override
        public String demand() {
            return (negated ? "not be " : "be ") + set();
        }

        @Override
        public Condition map(UnaryOperator<Value> replace) {
            return new In(values.stream().map(replace).toList(), negated);
        }

        private String set() {
            return values.stream().map(Value::text).collect(Collectors.joining(", ", "in [", "]"));
        }

        @Override
        public boolean holds(BigDecimal observed) {
            boolean found = values.stream()
                    .anyMatch(
                            v -> v instanceof Value.NumberValue n && n.number().compareTo(observed) == 0);
            return found != negated;
        }
    }

    /** {@code matches} and {@code not matches}: a Java regular expression on the whole value. */
    record Matches(String regex, boolean negated) implements Condition {
        @Override
        public String text() {
            return (negated ? "not matches " : "matches ") + Quotes.quote(regex);
        }

        @Override
        public String demand() {
            return (negated ? "not match " : "match ") + Quotes.quote(regex);
        }

        @Override
        public List<Value> values() {
            return List.of();
        }

        @Override
        public Condition map(UnaryOperator<Value> replace) {
            return this;
        }

        @Override
        public boolean holds(BigDecimal observed) {
            return false;
        }
    }
}
