/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.step;

import dev.saltern.conf.Origin;
import dev.saltern.conf.Problem;
import dev.saltern.conf.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.catalyst.plans.QueryPlan;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedHint;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import scala.collection.JavaConverters;

/** A parsed SQL query: which tables it names. Needs no session. */
public final class SqlQuery {
    private static final String NO_SALT =
            "Cannot take hint SALT in SQL: the keys of a join within SQL are not measured."
                    + " Write the join as a step of its own, such as"
                    + " {name: joined, join: {left: a, right: b, on: [k], skew: auto}}, and name that step in the SQL";

    private final Text text;
    private final Map<String, Origin> tables = new LinkedHashMap<>();
    private final List<Problem> saltHints = new ArrayList<>();

    private SqlQuery(Text text, LogicalPlan plan) {
        this.text = text;
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
        return new SqlQuery(text, plan);
    }

    /** Returns the names of the tables that the query reads, in the order of the text, without its own WITH names. */
    public Set<String> tables() {
        return Collections.unmodifiableSet(tables.keySet());
    }

    /** Returns where a table of the query is named first. */
    public Origin origin(String table) {
        return tables.getOrDefault(table, text.origin());
    }

    /** Returns a problem for each {@code SALT} hint, which Spark would drop without a word to the user. */
    public List<Problem> saltHints() {
        return List.copyOf(saltHints);
    }

    private void collect(LogicalPlan plan, Set<String> ownNames) {
        Set<String> known = ownNames;
        if (plan instanceof UnresolvedHint hint && hint.name().equalsIgnoreCase("SALT")) {
            Origin origin = InvalidSqlException.origin(
                    text, hint.origin().line(), hint.origin().startPosition());
            saltHints.add(new Problem(origin, NO_SALT));
        }
        if (plan instanceof UnresolvedRelation relation) {
            String name = relation.tableName();
            if (!known.contains(name.toLowerCase(Locale.ROOT))) {
                tables.putIfAbsent(
                        name,
                        InvalidSqlException.origin(
                                text,
                                relation.origin().line(),
                                relation.origin().startPosition()));
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
