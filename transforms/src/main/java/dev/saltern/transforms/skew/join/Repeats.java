/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import dev.saltern.transforms.internal.Spark;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateFunction;
import org.apache.spark.sql.catalyst.expressions.aggregate.Average;
import org.apache.spark.sql.catalyst.expressions.aggregate.BitAndAgg;
import org.apache.spark.sql.catalyst.expressions.aggregate.BitOrAgg;
import org.apache.spark.sql.catalyst.expressions.aggregate.BitXorAgg;
import org.apache.spark.sql.catalyst.expressions.aggregate.Count;
import org.apache.spark.sql.catalyst.expressions.aggregate.HyperLogLogPlusPlus;
import org.apache.spark.sql.catalyst.expressions.aggregate.Max;
import org.apache.spark.sql.catalyst.expressions.aggregate.Min;
import org.apache.spark.sql.catalyst.expressions.aggregate.Percentile;
import org.apache.spark.sql.catalyst.expressions.aggregate.PivotFirst;
import org.apache.spark.sql.catalyst.expressions.aggregate.Sum;
import org.apache.spark.sql.catalyst.plans.logical.GlobalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LocalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Sample;
import org.apache.spark.sql.catalyst.plans.logical.Window;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.JavaConverters;

/**
 * Whether a table is the same when it, or a part of it, is computed again; read off its plan. What no plan tells is not
 * seen: a function of the user that hides its randomness, ties in the order of a window, a source that changes.
 *
 * @param rows why there may be other rows, null if there are the same
 * @param values why there may be other rows or a row may have other values, null if all is the same
 */
record Repeats(@Nullable String rows, @Nullable String values) {

    /** Their result is the same in whatever order rows come; of others, such as {@code collect_list}, Spark does not say so. */
    private static final Set<Class<?>> ORDER_FREE = Set.of(
            Count.class,
            Min.class,
            Max.class,
            BitAndAgg.class,
            BitOrAgg.class,
            BitXorAgg.class,
            HyperLogLogPlusPlus.class,
            Percentile.class,
            PivotFirst.class);

    static Repeats of(Dataset<Row> table) {
        LogicalPlan plan = Spark.execution(table).optimizedPlan();
        String cause = null;
        if (plan.find(node -> !node.deterministic()).isDefined()) {
            cause = "random expression";
        } else if (plan.find(Repeats::takesSome).isDefined()) {
            cause = "limit or sample";
        }
        if (cause != null) {
            String rows = "a side may have other rows when it is read again (" + cause + "). Write it to a table first";
            return new Repeats(rows, rows);
        }
        Option<LogicalPlan> ordered = plan.find(node -> orderBound(node) != null);
        return new Repeats(null, ordered.isEmpty() ? null : text(orderBound(ordered.get())));
    }

    private static String text(@Nullable String function) {
        return "a row may have other values when it is computed again (" + function
                + " follows the order in which rows come). Write it to a table first";
    }

    private static boolean takesSome(LogicalPlan node) {
        return node instanceof GlobalLimit || node instanceof LocalLimit || node instanceof Sample;
    }

    private static @Nullable String orderBound(LogicalPlan node) {
        if (node instanceof Window window && window.orderSpec().nonEmpty()) {
            return null;
        }
        for (Expression expression : JavaConverters.seqAsJavaList(node.expressions())) {
            Option<Expression> found = expression.find(part ->
                    part instanceof AggregateExpression aggregate && !isOrderFree(aggregate.aggregateFunction()));
            if (found.isDefined() && found.get() instanceof AggregateExpression aggregate) {
                return aggregate.aggregateFunction().prettyName();
            }
        }
        return null;
    }

    /** Floating sums round after each step; those of integers below 2^53 and of decimals are exact. */
    private static boolean isOrderFree(AggregateFunction function) {
        if (function instanceof Sum || function instanceof Average) {
            Expression summed = function.children().head();
            return !(summed.dataType() instanceof DoubleType || summed.dataType() instanceof FloatType);
        }
        return ORDER_FREE.contains(function.getClass());
    }
}
