/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import static org.apache.spark.sql.functions.expr;

import dev.saltern.transforms.internal.Spark;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** Named SQL aggregate expressions, kept in the order they were given. */
final class Measures {

    private Measures() {}

    /** A copy in the same order, at least one, no empty name and no empty expression. */
    static Map<String, String> copyOf(String key, Map<String, String> measures) {
        InvalidTransformException.require(
                !measures.isEmpty(),
                "Invalid " + key + ": {} (must be one name and SQL aggregate expression, such as avg(value), or more)");
        measures.forEach((name, expression) -> {
            InvalidTransformException.require(!name.isEmpty(), "Invalid " + key + ": '' (must be a column name)");
            InvalidTransformException.require(!expression.isBlank(), "Missing required " + key + "." + name);
        });
        return Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    }

    /** Reports each expression that does not fit the table, or that does not aggregate it; runs no job. */
    static void check(Problems problems, Input input, List<String> by, Map<String, String> measures) {
        measures.forEach((name, expression) -> {
            try {
                if (!aggregates(input.rows(), by, expression)) {
                    problems.add("measure '" + name + "' has no aggregate function: " + expression
                            + ". Wrap it in one, such as max(...)");
                }
            } catch (AnalysisException cause) {
                problems.add("measure '" + name + "' does not fit the input: " + expression + ": "
                        + cause.getSimpleMessage().lines().findFirst().orElse(""));
            }
        });
    }

    /** The expressions as columns, named one by one. */
    static Column[] columns(Map<String, String> measures) {
        return measures.entrySet().stream()
                .map(measure -> expr(measure.getValue()).as(measure.getKey()))
                .toArray(Column[]::new);
    }

    /** The result of the expressions: grouped, or one row over all. */
    static Dataset<Row> aggregate(Dataset<Row> rows, Column[] by, Column[] measures) {
        return rows.groupBy(by).agg(measures[0], Arrays.copyOfRange(measures, 1, measures.length));
    }

    // Spark's Scala code throws AnalysisException undeclared; declared here, it can be caught by its name.
    @SuppressWarnings("RedundantThrows")
    private static boolean aggregates(Dataset<Row> rows, List<String> by, String expression) throws AnalysisException {
        LogicalPlan plan = Spark.execution(rows.groupBy(Input.columns(by)).agg(expr(expression)))
                .analyzed();
        while (!(plan instanceof org.apache.spark.sql.catalyst.plans.logical.Aggregate aggregate)) {
            plan = plan.children().head();
        }
        return anyAggregates(aggregate.expressions());
    }

    private static boolean anyAggregates(Seq<Expression> expressions) {
        return JavaConverters.seqAsJavaList(expressions).stream()
                .anyMatch(expression ->
                        expression instanceof AggregateExpression || anyAggregates(expression.children()));
    }
}
