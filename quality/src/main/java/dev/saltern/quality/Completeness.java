/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructField;

/** {@code Completeness "a" > 0.9}: the share of rows in [0, 1] without NULL. Fails where there is no row to judge. */
final class Completeness implements RuleSemantics {
    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        Condition condition = Objects.requireNonNull(filed.rule().condition());
        String name = fields.get(0).name();
        Claim claim = new Claim(
                filed, "Column." + name + ".Completeness", condition.text(), applies, Verdict.share(condition));
        return Optional.of(
                new Check.OnCount(claim, applies.and(ColumnText.column(name).isNull()), Check.Witness.NULLS));
    }
}
