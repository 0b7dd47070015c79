/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;

/** {@code RowCount > 0}: the number of rows inside {@code where}. An empty table has the number 0. */
final class RowCount implements RuleSemantics {
    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        Condition condition = Objects.requireNonNull(filed.rule().condition());
        Claim claim =
                new Claim(filed, MetricName.table("RowCount"), condition.text(), applies, Verdict.count(condition));
        return Optional.of(new Check.OnCount(claim, functions.lit(false), Check.Witness.NULLS));
    }
}
