/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructField;

/** {@code IsComplete "a"}: no row has NULL in the column. NaN and the empty string are values. Holds on an empty table. */
final class IsComplete implements RuleSemantics {
    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        StructField field = fields.get(0);
        String metric = MetricName.of(field.name(), "Completeness");
        Claim claim = new Claim(filed, metric, "not NULL", applies, Verdict.everyRow());
        Column broken = applies.and(ColumnText.column(field.name()).isNull());
        return Optional.of(new Check.OnRow(claim, broken, ColumnText.sentence(field, ""), Check.Witness.NULLS));
    }
}
