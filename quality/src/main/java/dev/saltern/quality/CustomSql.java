/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import dev.saltern.quality.dqdl.Parameter;
import dev.saltern.quality.dqdl.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * {@code CustomSql "select count(*) from primary" > 9}: the one number that a query gives meets the condition; true is 1 and
 * false is 0, and without a condition one boolean must be true. No row, more than one, or NULL is no data and fails.
 *
 * <p>{@code CustomSql "select id from primary where n > 1"}: the query gives the rows that pass, all of them or with a
 * threshold a share in [0, 1]. A plain query is a claim about each row. Any other must give columns of the table, and a row
 * passes whose values in those columns the query gives; that takes a join. Without a threshold the rule holds on an empty
 * table; with one it fails there.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/dqdl-rule-types-CustomSql.html">CustomSQL</a>
 */
final class CustomSql implements RuleSemantics {
    private static final String METRIC = MetricName.table("CustomSQL");

    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        Rule rule = filed.rule();
        Parameter sql = rule.parameters().get(0);
        Optional<SqlStatement> parsed = SqlStatement.parse(sql.text(), sql.span(), scope);
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        SqlStatement statement = parsed.get();
        StructType output = statement.output();
        Condition condition = rule.condition();
        Condition threshold = rule.threshold();
        if (condition != null) {
            return number(filed, condition, statement, applies, scope);
        }
        if (threshold == null && isNumber(output, BooleanType.class) && !isOfTable(output, scope)) {
            Verdict verdict = tally -> new Verdict.Judgement(
                    toDouble(tally.value()),
                    tally.value() != null && tally.value().intValue() == 1);
            Claim claim = new Claim(filed, METRIC, "true", applies, verdict);
            return Optional.of(new Check.OnData(claim, ProvenBy.OTHER_DATA, new SqlNumber(statement.text())));
        }
        if (output != null && !isOfTable(output, scope)) {
            scope.problem(
                    sql.span(),
                    "Invalid SQL: " + sql.text() + " (must give columns of the table and no others where no"
                            + " condition on a number follows)");
            return Optional.empty();
        }
        return Optional.of(rows(filed, statement, applies, scope));
    }

    private static Optional<Check> number(
            FiledRule filed, Condition condition, SqlStatement statement, Column applies, Scope scope) {
        Parameter sql = filed.rule().parameters().get(0);
        if (filed.rule().threshold() != null) {
            scope.problem(
                    filed.rule().span(), "Cannot judge CustomSql: a condition and a threshold exclude each other");
            return Optional.empty();
        }
        StructType output = statement.output();
        if (output != null && !isNumber(output, NumericType.class) && !isNumber(output, BooleanType.class)) {
            scope.problem(sql.span(), "Invalid SQL: " + sql.text() + " (must give one number or boolean)");
            return Optional.empty();
        }
        Claim claim = new Claim(filed, METRIC, condition.text(), applies, Verdict.number(condition));
        return Optional.of(new Check.OnData(claim, ProvenBy.OTHER_DATA, new SqlNumber(statement.text())));
    }

    private static Check rows(FiledRule filed, SqlStatement statement, Column applies, Scope scope) {
        Condition threshold = filed.rule().threshold();
        Verdict verdict = threshold == null ? Verdict.everyRow() : Verdict.share(threshold);
        String required =
                "every row among those of the SQL" + (threshold == null ? "" : " with threshold " + threshold.text());
        Claim claim = new Claim(filed, METRIC + ".Compliance", required, applies, verdict);
        Optional<Column> predicate = statement.predicate(scope);
        if (predicate.isEmpty()) {
            return new Check.OnData(claim, ProvenBy.OTHER_DATA, new SqlRows(statement.text()));
        }
        List<String> named = ColumnNames.of(predicate.get());
        List<StructField> shown = Arrays.stream(scope.schema().fields())
                .filter(field -> named.stream().anyMatch(field.name()::equalsIgnoreCase))
                .toList();
        Column reason = functions.concat(
                ColumnText.pairs(shown), functions.lit(" (must be among the rows of " + statement.text() + ")"));
        return new Check.OnRow(claim, functions.not(predicate.get()), reason, Check.Witness.ROWS);
    }

    private static boolean isNumber(@Nullable StructType output, Class<?> type) {
        return output != null
                && output.length() == 1
                && type.isInstance(output.apply(0).dataType());
    }

    private static boolean isOfTable(@Nullable StructType output, Scope scope) {
        return output != null
                && Arrays.stream(output.fieldNames())
                        .allMatch(name -> scope.names().stream().anyMatch(name::equalsIgnoreCase));
    }

    private static @Nullable Double toDouble(@Nullable Number number) {
        return number == null ? null : number.doubleValue();
    }
}
