/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import dev.saltern.quality.dqdl.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/**
 * {@code DataFreshness "a" <= 24 hours}: the age of every value, which is the time of the run less the value, meets the
 * condition, to the microsecond. A date is the midnight it begins with, in the time zone of the session; a value after the run
 * has a negative age. NULL fails, whatever the condition. Holds on an empty table.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/dqdl-rule-types-DataFreshness.html">DataFreshness</a>
 */
final class DataFreshness implements RuleSemantics {
    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        StructField field = fields.get(0);
        if (!(field.dataType() instanceof DateType
                || field.dataType() instanceof TimestampType
                || field.dataType() instanceof TimestampNTZType)) {
            Numeric.refuse("age", filed, fields, 0, scope);
            return Optional.empty();
        }
        Condition condition = Objects.requireNonNull(filed.rule().condition());
        Column value = ColumnText.column(field.name());
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, scope.now());
        Column micros = functions.lit(now).minus(functions.unix_micros(value.cast(DataTypes.TimestampType)));
        StructField age = new StructField("age of " + field.name(), DataTypes.LongType, true, null);
        Condition inMicros = condition.map(DataFreshness::micros);
        return new ValueCheck(age, micros, filed.rule(), scope).holds(inMicros).map(holds -> {
            String metric = MetricName.of(field.name(), "DataFreshness.Compliance");
            Claim claim = new Claim(filed, metric, "age " + condition.text(), applies, Verdict.everyRow());
            Column reason = ColumnText.sentence(field, " (age must " + condition.demand() + " at " + scope.now() + ")");
            Column broken = applies.and(functions.not(value.isNotNull().and(holds)));
            return new Check.OnRow(claim, broken, reason, ValueCheck.witness(condition));
        });
    }

    private static Value micros(Value value) {
        return value instanceof Value.DurationValue length
                ? new Value.NumberValue(BigDecimal.valueOf(length.duration().toSeconds(), -6))
                : value;
    }
}
