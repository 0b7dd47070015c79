/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.NearestName;
import dev.saltern.quality.dqdl.Span;
import dev.saltern.quality.internal.Spark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedStar;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.JavaConverters;
import scala.util.Try;

/**
 * A query of the user over the checked table, which it calls {@code primary} in any case.
 *
 * @param output its columns; null when no Spark session was there to say
 */
record SqlStatement(String text, LogicalPlan plan, @Nullable StructType output) {
    private static final String PRIMARY = "primary";

    /**
     * Reads a query, or reports what is wrong. Syntax and tables are always checked; columns, types and functions when this
     * thread has a Spark session.
     */
    static Optional<SqlStatement> parse(String text, Span at, Scope scope) {
        Try<LogicalPlan> parsed = Try.apply(() -> new CatalystSqlParser().parsePlan(text));
        if (parsed.isFailure()) {
            scope.problem(at, "Invalid SQL: " + text + " (" + WhereClause.reason(parsed) + ")");
            return Optional.empty();
        }
        List<LogicalPlan> nodes = new ArrayList<>();
        collect(parsed.get(), nodes);
        if (nodes.stream().anyMatch(node -> node instanceof Command || node instanceof ParsedStatement)) {
            scope.problem(at, "Invalid SQL: " + text + " (must be a query)");
            return Optional.empty();
        }
        List<String> unknown = unknownTables(nodes);
        unknown.forEach(
                name -> scope.problem(at, "Invalid table: " + name + " " + NearestName.hint(name, List.of(PRIMARY))));
        return unknown.isEmpty() ? analyse(new SqlStatement(text, parsed.get(), null), at, scope) : Optional.empty();
    }

    private static Optional<SqlStatement> analyse(SqlStatement statement, Span at, Scope scope) {
        Option<SparkSession> session = SparkSession.getActiveSession();
        if (session.isEmpty()) {
            return Optional.of(statement);
        }
        Try<StructType> output = Try.apply(() -> {
            SparkSession own = withPrimary(session.get().createDataFrame(List.of(), scope.schema()));
            return own.sql(statement.text).schema();
        });
        if (output.isFailure()) {
            scope.problem(at, "Invalid SQL: " + statement.text + " (" + WhereClause.reason(output) + ")");
            return Optional.empty();
        }
        return Optional.of(new SqlStatement(statement.text, statement.plan, output.get()));
    }

    /** The nodes of a plan, those of its subqueries and common tables among them. */
    private static void collect(LogicalPlan plan, List<LogicalPlan> nodes) {
        nodes.add(plan);
        if (plan instanceof UnresolvedWith with) {
            JavaConverters.seqAsJavaList(with.cteRelations()).forEach(named -> collect(named._2(), nodes));
        }
        JavaConverters.seqAsJavaList(plan.subqueries()).forEach(inner -> collect(inner, nodes));
        JavaConverters.seqAsJavaList(plan.children()).forEach(child -> collect(child, nodes));
    }

    private static List<String> unknownTables(List<LogicalPlan> nodes) {
        Set<String> known = new HashSet<>(Set.of(PRIMARY));
        List<String> named = new ArrayList<>();
        for (LogicalPlan node : nodes) {
            if (node instanceof UnresolvedWith with) {
                JavaConverters.seqAsJavaList(with.cteRelations())
                        .forEach(table -> known.add(table._1().toLowerCase(Locale.ROOT)));
            } else if (node instanceof UnresolvedRelation relation) {
                named.add(String.join(".", JavaConverters.seqAsJavaList(relation.multipartIdentifier())));
            }
        }
        return named.stream()
                .filter(name -> !known.contains(name.toLowerCase(Locale.ROOT)))
                .distinct()
                .toList();
    }

    /**
     * Returns a session in which the table is called {@code primary}: a copy of the frame's own, which it leaves as it is, with
     * the same settings, functions and views.
     */
    static SparkSession withPrimary(Dataset<Row> rows) {
        SparkSession own = Spark.copy(rows.sparkSession());
        Spark.rows(own, Spark.execution(rows).analyzed()).createOrReplaceTempView(PRIMARY);
        return own;
    }

    /**
     * Returns which rows the query gives, as a boolean that is never null, when it is {@code select columns from primary where
     * predicate} and nothing more.
     */
    Optional<Column> predicate(Scope scope) {
        if (!(plan instanceof Project project)
                || !JavaConverters.seqAsJavaList(project.projectList()).stream()
                        .allMatch(item -> isColumn((Expression) item, scope))) {
            return Optional.empty();
        }
        if (isPrimary(project.child())) {
            return Optional.of(functions.lit(true));
        }
        if (!(project.child() instanceof Filter filter)
                || !isPrimary(filter.child())
                || !JavaConverters.seqAsJavaList(filter.subqueries()).isEmpty()
                || !ColumnNames.of(filter.condition()).stream().allMatch(name -> isName(name, scope))) {
            return Optional.empty();
        }
        return Optional.of(functions.coalesce(Spark.column(filter.condition()), functions.lit(false)));
    }

    private static boolean isPrimary(LogicalPlan plan) {
        return plan instanceof UnresolvedRelation relation
                && JavaConverters.seqAsJavaList(relation.multipartIdentifier()).size() == 1;
    }

    private static boolean isColumn(Expression item, Scope scope) {
        if (item instanceof UnresolvedStar star) {
            return star.target().isEmpty();
        }
        return item instanceof UnresolvedAttribute attribute
                && attribute.nameParts().size() == 1
                && isName(attribute.nameParts().head(), scope);
    }

    private static boolean isName(String name, Scope scope) {
        return scope.names().stream().anyMatch(name::equalsIgnoreCase);
    }
}
