/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import dev.saltern.quality.dqdl.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructField;

/**
 * {@code FileSize "s3://bucket/day/" > 5 MB with threshold > 0.9}: the size of every file, or of a share of them in [0, 1], meets the
 * condition. A kilobyte is 1024 bytes. A listing; no file is opened.
 *
 * @see FileRule
 */
final class FileSize implements RuleSemantics {
    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        Condition condition = Objects.requireNonNull(filed.rule().condition());
        if (!Ranges.check(condition, filed.rule().parts().condition(), scope)) {
            return Optional.empty();
        }
        Condition bytes = condition.map(
                value -> value instanceof Value.SizeValue size ? new Value.NumberValue(size.bytes()) : value);
        return FileRule.of(filed, scope)
                .map(rule -> rule.each(
                        MetricName.table("FileSize.Compliance"),
                        condition,
                        file -> bytes.holds(BigDecimal.valueOf(file.bytes()))));
    }
}
