/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import dev.saltern.transforms.internal.Spark;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import scala.Option;

/**
 * One GROUP BY of an analyzed plan.
 *
 * @param plan the whole plan
 * @param aggregate the GROUP BY in it; only nodes with one input are above it
 */
record AggregateNode(LogicalPlan plan, Aggregate aggregate) {

    /** The topmost GROUP BY of the table. */
    static AggregateNode topmost(Dataset<Row> rows) {
        LogicalPlan plan = Spark.execution(rows).analyzed();
        return new AggregateNode(plan, firstFrom(plan));
    }

    /** The GROUP BY below the topmost, which the topmost reads from. */
    static AggregateNode second(Dataset<Row> rows) {
        LogicalPlan plan = Spark.execution(rows).analyzed();
        return new AggregateNode(plan, firstFrom(firstFrom(plan).child()));
    }

    /** The expressions of the groups. */
    List<Expression> groups() {
        return Trees.list(aggregate.groupingExpressions());
    }

    /** The output columns: groups and measures. */
    List<NamedExpression> outputs() {
        return Trees.list(aggregate.aggregateExpressions());
    }

    /** The rows to be grouped. */
    Dataset<Row> input(SparkSession session) {
        return Spark.rows(session, aggregate.child());
    }

    /** The same GROUP BY of other rows that come from the same columns. */
    Dataset<Row> of(Dataset<Row> rows) {
        LogicalPlan child = Spark.execution(rows).analyzed();
        return Spark.rows(rows.sparkSession(), aggregate.withNewChildren(Trees.seq(List.of(child))));
    }

    /** The whole table with other rows in place of the groups; their columns stand in the order of the outputs. */
    Dataset<Row> withResult(Dataset<Row> result) {
        LogicalPlan replacement = Spark.execution(result).analyzed();
        List<Attribute> from = Trees.list(replacement.output());
        List<Attribute> to = Trees.list(aggregate.output());
        List<NamedExpression> renamed = IntStream.range(0, to.size())
                .<NamedExpression>mapToObj(index -> as(from.get(index), to.get(index)))
                .toList();
        LogicalPlan project = new Project(Trees.seq(renamed), replacement);
        return Spark.rows(result.sparkSession(), swap(plan, project));
    }

    private static NamedExpression as(Expression from, Attribute to) {
        // The same id, so that what stands above the GROUP BY finds its columns.
        return new Alias(
                from, to.name(), to.exprId(), to.qualifier(), Option.apply(to.metadata()), Trees.seq(List.of()));
    }

    private LogicalPlan swap(LogicalPlan node, LogicalPlan replacement) {
        return node == aggregate
                ? replacement
                : node.withNewChildren(Trees.seq(List.of(swap(node.children().head(), replacement))));
    }

    private static Aggregate firstFrom(LogicalPlan plan) {
        LogicalPlan node = plan;
        while (!(node instanceof Aggregate found)) {
            node = node.children().head();
        }
        return found;
    }
}
