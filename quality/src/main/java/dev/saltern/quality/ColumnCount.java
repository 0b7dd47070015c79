/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructField;

/** {@code ColumnCount = 12}: the number of top-level columns. No row is read. */
final class ColumnCount implements RuleSemantics {
    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        Condition condition = Objects.requireNonNull(filed.rule().condition());
        String metric = MetricName.table("ColumnCount");
        Claim claim = new Claim(filed, metric, condition.text(), applies, Verdict.number(condition));
        return Optional.of(new Check.OnSchema(claim, Tally.number(scope.names().size(), 0)));
    }
}
