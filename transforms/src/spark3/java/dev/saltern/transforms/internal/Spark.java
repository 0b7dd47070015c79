/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.internal;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.internal.SessionState;
import org.apache.spark.sql.internal.SharedState;

/**
 * What Spark 3.5 keeps inside, where its public words do not reach; the one class that the other version has a source of its own for, in {@code src/spark4}.
 */
public final class Spark {
    private Spark() {}

    /** Returns how the rows are computed. */
    public static QueryExecution execution(Dataset<?> rows) {
        return rows.queryExecution();
    }

    /** Returns the rows of a plan; a command runs at once. */
    public static Dataset<Row> rows(SparkSession session, LogicalPlan plan) {
        return Dataset.ofRows(session, plan);
    }

    /** Returns a session of its own with the same settings, functions and views. */
    public static SparkSession copy(SparkSession session) {
        return session.cloneSession();
    }

    /** Returns what belongs to one session: its settings, its parser. */
    public static SessionState state(SparkSession session) {
        return session.sessionState();
    }

    /** Returns what all sessions share: the catalog of tables. */
    public static SharedState shared(SparkSession session) {
        return session.sharedState();
    }

    /** Returns a column as the planner sees it. */
    public static Expression expression(Column column) {
        return column.expr();
    }

    /** Returns an expression of the planner as a column. */
    public static Column column(Expression expression) {
        return new Column(expression);
    }
}
