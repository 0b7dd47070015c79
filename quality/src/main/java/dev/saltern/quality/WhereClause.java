/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Rule;
import dev.saltern.quality.dqdl.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.functions;
import scala.Option;
import scala.util.Try;

/** The SQL that picks the rows a rule is about. */
final class WhereClause {
    private static final Pattern SQL_STATE = Pattern.compile(" SQLSTATE: [0-9A-Z]{5} ?");

    private WhereClause() {}

    /**
     * Returns a boolean that is never null: whether a row is inside {@code where}; SQL that is NULL on a row leaves it
     * outside. Syntax and columns are always checked; types and functions when this thread has a Spark session.
     */
    static Optional<Column> compile(Rule rule, Scope scope) {
        String sql = rule.where();
        Span at = rule.parts().where();
        if (sql == null || at == null) {
            return Optional.of(functions.lit(true));
        }
        Try<Expression> parsed = Try.apply(() -> new CatalystSqlParser().parseExpression(sql));
        if (parsed.isFailure()) {
            scope.problem(at, "Invalid where: " + sql + " (" + reason(parsed) + ")");
            return Optional.empty();
        }
        List<String> unknown = ColumnNames.of(parsed.get()).stream()
                .filter(name -> scope.names().stream().noneMatch(name::equalsIgnoreCase))
                .toList();
        unknown.forEach(name -> scope.unknown(name, at));
        if (!unknown.isEmpty() || !analyses(sql, at, scope)) {
            return Optional.empty();
        }
        return Optional.of(functions.coalesce(functions.expr(sql), functions.lit(false)));
    }

    private static boolean analyses(String sql, Span at, Scope scope) {
        Option<SparkSession> session = SparkSession.getActiveSession();
        if (session.isEmpty()) {
            return true;
        }
        Try<?> analysed = Try.apply(
                () -> session.get().createDataFrame(List.of(), scope.schema()).filter(sql));
        if (analysed.isFailure()) {
            scope.problem(at, "Invalid where: " + sql + " (" + reason(analysed) + ")");
        }
        return analysed.isSuccess();
    }

    /** The first sentence of Spark's message; the rest is the plan or the place in the SQL. */
    static String reason(Try<?> failure) {
        String message = String.valueOf(failure.failed().get().getMessage()).strip();
        int end = message.indexOf('\n');
        String sentence = end < 0 ? message : message.substring(0, end).strip();
        // Spark 4 adds the number of the SQL standard, which helps nobody who wrote a rule.
        return SQL_STATE.matcher(sentence).replaceFirst("");
    }
}
