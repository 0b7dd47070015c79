/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import dev.saltern.quality.footer.ColumnFacts;
import dev.saltern.quality.footer.ParquetTable;
import dev.saltern.quality.footer.Range;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * {@code ZerosCount "a" = 0}: the number of rows whose value is 0, or -0.0. NULL and NaN are no zeros, and an empty table has
 * none.
 */
final class ZerosCount implements RuleSemantics {
    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        if (!Numeric.check("zeros", filed, fields, scope)) {
            return Optional.empty();
        }
        Condition condition = Objects.requireNonNull(filed.rule().condition());
        String name = fields.get(0).name();
        String metric = MetricName.of(name, "ZerosCount");
        Claim claim = new Claim(filed, metric, condition.text(), applies, Verdict.number(condition));
        Column zero = applies.and(ColumnText.column(name).equalTo(0));
        Column zeros = functions.sum(functions.when(zero, 1L).otherwise(0L));
        return Optional.of(new Check.OnAggregate(claim, List.of(zeros), new Zeros(name)));
    }

    private record Zeros(String column) implements Check.Metric {
        @Override
        public Tally of(List<@Nullable Object> values, long judged) {
            Object zeros = values.get(0);
            return Tally.number(zeros == null ? 0L : (Long) zeros, judged);
        }

        @Override
        public Optional<String> statistic() {
            return Optional.of("least and greatest " + column);
        }

        @Override
        public Optional<Tally> of(ParquetTable files) {
            ColumnFacts facts = files.column(column);
            boolean none =
                    facts.hasNoValue() || facts.range().filter(Zeros::apart).isPresent();
            return none ? Optional.of(Tally.number(0L, facts.rows())) : Optional.empty();
        }

        private static boolean apart(Range range) {
            return ((Number) range.min()).doubleValue() > 0 || ((Number) range.max()).doubleValue() < 0;
        }
    }
}
