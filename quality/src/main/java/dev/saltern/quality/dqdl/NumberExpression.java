/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A number that is computed, in part from the metrics of earlier runs.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/dqdl.html#dqdl-dynamic-rules">DQDL dynamic rules</a>
 */
public sealed interface NumberExpression {

    /** Returns the expression as DQDL text with the fewest parentheses; parsing it gives an equal expression. */
    String text();

    /** A number that is written out. */
    record Constant(BigDecimal number) implements NumberExpression {
        @Override
        public String text() {
            return number.toPlainString();
        }
    }

    /** The metric of the run before, {@code last()}. */
    record Latest() implements NumberExpression {
        @Override
        public String text() {
            return "last()";
        }
    }

    /**
     * The metrics of the runs before, the latest first: {@code last(k)}. A list, except that {@code last(1)} is a number too.
     *
     * @param count how many at most, at least 1
     */
    record Last(int count) implements NumberExpression {
        @Override
        public String text() {
            return "last(" + count + ")";
        }
    }

    /** A function of {@link Last} or of a number; {@code index} has the place, from 0, as its second argument. */
    record Call(NumberFunction function, List<NumberExpression> arguments) implements NumberExpression {
        /** Copies the list. */
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String text() {
            return arguments.stream()
                    .map(NumberExpression::text)
                    .collect(Collectors.joining(", ", function.label() + "(", ")"));
        }
    }

    /** Two numbers and what is done with them. */
    record Operation(Arithmetic arithmetic, NumberExpression left, NumberExpression right) implements NumberExpression {
        @Override
        public String text() {
            boolean looseLeft = left instanceof Operation inner && arithmetic.tight() && !inner.arithmetic.tight();
            boolean looseRight = right instanceof Operation inner && (arithmetic.tight() || !inner.arithmetic.tight());
            return side(left, looseLeft) + " " + arithmetic.symbol() + " " + side(right, looseRight);
        }

        private static String side(NumberExpression expression, boolean loose) {
            return loose ? "(" + expression.text() + ")" : expression.text();
        }
    }
}
