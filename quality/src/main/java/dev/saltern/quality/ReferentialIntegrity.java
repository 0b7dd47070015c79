/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import dev.saltern.quality.dqdl.Parameter;
import dev.saltern.quality.dqdl.Rule;
import dev.saltern.quality.dqdl.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * {@code ReferentialIntegrity "a,b" "ref.{x,y}" > 0.9}: the share of rows in [0, 1] whose values stand together in a row of the
 * other table. A row with NULL in any of the columns is not found, as NULL fails every comparison; a foreign key of SQL would
 * pass it. Fails where there is no row to judge. Filed under quarantine or drop, each row that is not found goes.
 *
 * <p>The rows need the columns of {@link RuleBook#prepared}; a small other table is sent to all executors, and then the rule rides
 * the pass of the others.
 */
final class ReferentialIntegrity implements RuleSemantics {
    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        Rule rule = filed.rule();
        Condition condition = Objects.requireNonNull(rule.condition());
        Parameter reference = rule.parameters().get(1);
        Optional<Named> named = named(reference.text(), reference.span(), scope);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        String dataset = named.get().dataset();
        Optional<StructType> schema = OtherData.schema(dataset, reference.span(), scope);
        List<String> others = named.get().columns();
        if (schema.isEmpty() || !matches(fields, others, schema.get(), dataset, reference.span(), scope)) {
            return Optional.empty();
        }
        List<String> own = fields.stream().map(StructField::name).toList();
        Lookup lookup = scope.lookup(own, dataset, others);
        Claim claim = new Claim(
                filed,
                MetricName.of(dataset, "ReferentialIntegrity"),
                condition.text(),
                applies,
                Verdict.share(condition));
        Column missing = applies.and(functions.col(lookup.flag()).isNull());
        Column reason = functions.concat(
                ColumnText.pairs(fields), functions.lit(" (must be found in " + reference.text() + ")"));
        return Optional.of(new Check.OnRow(claim, missing, reason, Check.Witness.VALUES));
    }

    private static boolean matches(
            List<StructField> own, List<String> others, StructType schema, String dataset, Span at, Scope scope) {
        if (own.size() != others.size()) {
            scope.problem(at, "Cannot compare " + own.size() + " columns with " + others.size() + " of " + dataset);
            return false;
        }
        boolean valid = true;
        for (int i = 0; i < own.size(); i++) {
            StructField mine = own.get(i);
            valid &= OtherData.field(dataset, schema, others.get(i), at, scope)
                    .filter(other -> OtherData.comparable(mine, dataset, other, at, scope))
                    .isPresent();
        }
        return valid;
    }

    private record Named(String dataset, List<String> columns) {}

    /** Reads {@code ref.x} or {@code ref.{x,y}}; a name that holds a point is taken for a table when there is such a table. */
    private static Optional<Named> named(String text, Span at, Scope scope) {
        String dataset = OtherData.prefix(text, scope);
        String columns =
                text.substring(Math.min(dataset.length() + 1, text.length())).strip();
        if (dataset.isEmpty() || columns.isEmpty()) {
            scope.problem(
                    at, "Invalid reference: " + text + " (must be a table, a point and columns, such as ref.{x,y})");
            return Optional.empty();
        }
        boolean braces = columns.startsWith("{") && columns.endsWith("}");
        String list = braces ? columns.substring(1, columns.length() - 1) : columns;
        List<String> names = new ArrayList<>();
        Arrays.stream(list.split(",", -1)).map(String::strip).forEach(names::add);
        return Optional.of(new Named(dataset, names));
    }
}
