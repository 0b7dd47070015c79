/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructField;

/**
 * {@code Completeness "a" > 0.9}: the share of rows in [0, 1] without NULL. Fails where there is no row to judge. A row with
 * NULL breaks the rule, so it can be set aside by it, whatever the share.
 */
final class Completeness implements RuleSemantics {
    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        Condition condition = Objects.requireNonNull(filed.rule().condition());
        StructField field = fields.get(0);
        String name = field.name();
        Claim claim = new Claim(
                filed, MetricName.of(name, "Completeness"), condition.text(), applies, Verdict.share(condition));
        Column broken = applies.and(ColumnText.column(name).isNull());
        return Optional.of(new Check.OnRow(claim, broken, ColumnText.sentence(field, ""), Check.Witness.NULLS));
    }
}
