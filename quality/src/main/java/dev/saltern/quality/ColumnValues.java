/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import dev.saltern.quality.dqdl.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;

/**
 * {@code ColumnValues "a" between 1 and 9}: every value meets the condition, or with a threshold a share of them in [0, 1]
 * does. Without a threshold the rule holds on an empty table; with one it fails where there is no row to judge.
 *
 * @see ValueCheck
 */
final class ColumnValues implements RuleSemantics {
    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        Rule rule = filed.rule();
        Condition condition = Objects.requireNonNull(rule.condition());
        Condition threshold = rule.threshold();
        StructField field = fields.get(0);
        return new ValueCheck(field, rule, scope).holds(condition).map(holds -> {
            String required = condition.text() + (threshold == null ? "" : " with threshold " + threshold.text());
            Verdict verdict = threshold == null ? Verdict.everyRow() : Verdict.share(threshold);
            String metric = MetricName.of(field.name(), "ColumnValues.Compliance");
            Claim claim = new Claim(filed, metric, required, applies, verdict);
            Column reason = ColumnText.sentence(field, " (must " + condition.demand() + ")");
            return new Check.OnRow(claim, applies.and(functions.not(holds)), reason, ValueCheck.witness(condition));
        });
    }
}
