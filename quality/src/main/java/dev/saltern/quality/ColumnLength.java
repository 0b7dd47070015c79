/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;

/**
 * {@code ColumnLength "a" between 1 and 9}: the length of every string meets the condition. A length is a number of characters
 * (Unicode code points), and that of NULL is 0. Holds on an empty table.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/dqdl-rule-types-ColumnLength.html">ColumnLength, Null behavior</a>
 */
final class ColumnLength implements RuleSemantics {
    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        StructField field = fields.get(0);
        if (!(field.dataType() instanceof StringType)) {
            Numeric.refuse("length", filed, fields, 0, scope);
            return Optional.empty();
        }
        Condition condition = Objects.requireNonNull(filed.rule().condition());
        StructField length = new StructField("length of " + field.name(), DataTypes.IntegerType, false, null);
        Column value = functions.coalesce(functions.length(ColumnText.column(field.name())), functions.lit(0));
        return new ValueCheck(length, value, filed.rule(), scope)
                .holds(condition)
                .map(holds -> {
                    String metric = MetricName.of(field.name(), "ColumnLength.Compliance");
                    Claim claim = new Claim(filed, metric, "length " + condition.text(), applies, Verdict.everyRow());
                    Column reason = ColumnText.sentence(field, " (length must " + condition.demand() + ")");
                    return new Check.OnRow(claim, applies.and(functions.not(holds)), reason, Check.Witness.VALUES);
                });
    }
}
