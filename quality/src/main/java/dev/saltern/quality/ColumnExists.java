/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructField;

/**
 * {@code ColumnExists "a"}: a top-level column has exactly this name. No row is read. The observed number is 1 or 0; AWS Glue
 * reports none.
 */
final class ColumnExists implements RuleSemantics {
    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        String name = filed.rule().parameters().get(0).text();
        boolean exists = scope.names().contains(name);
        Verdict verdict = tally -> new Verdict.Judgement(exists ? 1.0 : 0.0, exists);
        Claim claim = new Claim(filed, MetricName.of(name, "ColumnExists"), "a column", applies, verdict);
        return Optional.of(new Check.OnSchema(claim, Tally.number(exists ? 1 : 0, 0)));
    }
}
