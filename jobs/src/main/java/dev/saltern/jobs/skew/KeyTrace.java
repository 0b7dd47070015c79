/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.skew;

import dev.saltern.transforms.internal.Spark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.Distinct;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.Union;
import scala.collection.JavaConverters;

/** Follows columns of a view down to the view that was last written down. */
final class KeyTrace {
    /** Columns of written views by the ids that Spark gave them. */
    private final Map<ExprId, Written> written = new HashMap<>();

    private record Written(String view, String column) {}

    /** Adds a view that is written down. */
    void add(String view, Dataset<Row> frame) {
        for (Attribute column : attributes(Spark.execution(frame).analyzed())) {
            written.put(column.exprId(), new Written(view, column.name()));
        }
    }

    /** Adds a view whose rows are those of another but for some, though its plan does not tell. */
    void addPartOf(Dataset<Row> other, Dataset<Row> frame) {
        for (Attribute column : attributes(Spark.execution(frame).analyzed())) {
            origin(other, List.of(column.name()))
                    .ifPresent(origin -> written.put(
                            column.exprId(),
                            new Written(origin.view(), origin.keys().get(0))));
        }
    }

    /**
     * Returns where the columns come from, unchanged: through filters, renamings, sorts, windows and joins, whose rows stand for those of
     * the origin well enough; not through a grouping, a union or an expression, and not from two views.
     */
    Optional<KeyOrigin> origin(Dataset<Row> frame, List<String> keys) {
        LogicalPlan plan = Spark.execution(frame).analyzed();
        List<Written> found = new ArrayList<>();
        for (String key : keys) {
            attributes(plan).stream()
                    .filter(column -> column.name().equalsIgnoreCase(key))
                    .findFirst()
                    .flatMap(column -> follow(plan, column.exprId()))
                    .ifPresent(found::add);
        }
        boolean whole = found.size() == keys.size()
                && found.stream().map(Written::view).distinct().count() == 1;
        return whole
                ? Optional.of(new KeyOrigin(
                        found.get(0).view(), found.stream().map(Written::column).toList()))
                : Optional.empty();
    }

    private Optional<Written> follow(LogicalPlan plan, ExprId column) {
        if (plan.children().isEmpty()) {
            return Optional.ofNullable(written.get(column));
        }
        if (plan instanceof Aggregate || plan instanceof Distinct || plan instanceof Union) {
            return Optional.empty();
        }
        if (plan instanceof Project project) {
            return source(project, column).flatMap(id -> follow(project.child(), id));
        }
        return JavaConverters.seqAsJavaList(plan.children()).stream()
                .filter(child ->
                        attributes(child).stream().anyMatch(own -> own.exprId().equals(column)))
                .findFirst()
                .flatMap(child -> follow(child, column));
    }

    /** Returns the column of the input that a projection passes on under an id. */
    private static Optional<ExprId> source(Project project, ExprId column) {
        for (NamedExpression expression : JavaConverters.seqAsJavaList(project.projectList())) {
            if (expression.exprId().equals(column)) {
                if (expression instanceof Attribute) {
                    return Optional.of(column);
                }
                return expression instanceof Alias alias && alias.child() instanceof Attribute renamed
                        ? Optional.of(renamed.exprId())
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static List<Attribute> attributes(LogicalPlan plan) {
        return JavaConverters.seqAsJavaList(plan.output());
    }
}
