/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.If;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateFunction;

/**
 * A call of an aggregate function that needs all values of a group, or each of them once.
 *
 * @param call the call as it stands in the measure
 * @param function the function that Spark runs for it
 * @param kind how it is taken in two stages
 */
record Holistic(AggregateExpression call, AggregateFunction function, Kind kind) {

    /** How a function is taken from counted values. */
    enum Kind {
        /** From the values and their counts, by rank. */
        PERCENTILE,
        /** The value of the highest count. */
        MODE,
        /** From the values, each of them once. */
        DISTINCT
    }

    /** What the function reads, constants aside; NULL in rows that its FILTER leaves out. */
    List<Expression> values() {
        return (kind == Kind.DISTINCT
                        ? Trees.list(function.children()).stream().filter(value -> !value.foldable())
                        : Trees.list(function.children()).stream().limit(1))
                .map(this::filtered)
                .toList();
    }

    /** The values in a form that is equal if they mean the same. */
    List<Expression> canonicalValues() {
        return values().stream().map(Expression::canonicalized).toList();
    }

    private Expression filtered(Expression value) {
        // All functions that are treated pass over NULL.
        return call.filter().isEmpty()
                ? value
                : new If(call.filter().get(), value, Literal.create(null, value.dataType()));
    }
}
