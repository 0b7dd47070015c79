/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.step;

import dev.saltern.conf.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.catalyst.plans.QueryPlan;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import scala.collection.JavaConverters;

/** A parsed SQL query: which tables it names. Needs no session. */
public final class SqlQuery {
    private final Set<String> tables = new LinkedHashSet<>();

    private SqlQuery(LogicalPlan plan) {
        collect(plan, Set.of());
    }

    /**
     * Parses the text.
     *
     * @throws InvalidSqlException if it is not one query
     */
    public static SqlQuery parse(Text text) {
        LogicalPlan plan;
        try {
            plan = new CatalystSqlParser().parsePlan(text.text());
        } catch (Exception e) {
            throw InvalidSqlException.of(text, e);
        }
        if (plan instanceof Command || plan instanceof ParsedStatement) {
            throw new InvalidSqlException(
                    text.origin(), "Cannot run this SQL in a step: it is a command (must be a query)");
        }
        return new SqlQuery(plan);
    }

    /** Returns the names of the tables that the query reads, in the order of the text, without its own WITH names. */
    public Set<String> tables() {
        return tables;
    }

    private void collect(LogicalPlan plan, Set<String> ownNames) {
        Set<String> known = ownNames;
        if (plan instanceof UnresolvedRelation relation) {
            String name = relation.tableName();
            if (!known.contains(name.toLowerCase(Locale.ROOT))) {
                tables.add(name);
            }
        }
        if (plan instanceof UnresolvedWith with) {
            known = new LinkedHashSet<>(ownNames);
            for (var definition : JavaConverters.seqAsJavaList(with.cteRelations())) {
                collect(definition._2(), known);
                known.add(definition._1().toLowerCase(Locale.ROOT));
            }
        }
        for (LogicalPlan child : JavaConverters.seqAsJavaList(plan.children())) {
            collect(child, known);
        }
        for (Expression expression : expressions(plan)) {
            collectSubqueries(expression, known);
        }
    }

    private static List<Expression> expressions(QueryPlan<?> plan) {
        return new ArrayList<>(JavaConverters.seqAsJavaList(plan.expressions()));
    }

    private void collectSubqueries(Expression expression, Set<String> known) {
        if (expression instanceof SubqueryExpression subquery && (Object) subquery.plan() instanceof LogicalPlan plan) {
            collect(plan, known);
        }
        for (Expression child : JavaConverters.seqAsJavaList(expression.children())) {
            collectSubqueries(child, known);
        }
    }
}
