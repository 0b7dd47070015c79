/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import dev.saltern.quality.footer.ColumnFacts;
import dev.saltern.quality.footer.ParquetTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * {@code Range "a" <= 80}: the greatest value less the least; of dates in days, of timestamps in seconds. NULL is passed over;
 * without a value there is no data and the rule fails. A NaN makes the number NaN, which meets no condition. Exact for whole
 * numbers, decimals, dates and timestamps, and in the precision of the column for floats and doubles.
 */
final class Spread implements RuleSemantics {
    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        StructField field = fields.get(0);
        DataType type = field.dataType();
        if (!(type instanceof NumericType || type instanceof DateType || type instanceof TimestampType)) {
            Numeric.refuse("range", filed, fields, 0, scope);
            return Optional.empty();
        }
        Condition condition = Objects.requireNonNull(filed.rule().condition());
        String metric = MetricName.of(field.name(), "Range");
        Claim claim = new Claim(filed, metric, condition.text(), applies, Verdict.number(condition));
        Column value = functions.when(applies, counted(field));
        return Optional.of(new Check.OnAggregate(
                claim, List.of(functions.min(value), functions.max(value)), new Ends(field.name(), type)));
    }

    /** Days and microseconds are numbers however the session hands over dates. */
    private static Column counted(StructField field) {
        Column column = ColumnText.column(field.name());
        if (field.dataType() instanceof DateType) {
            return functions.unix_date(column);
        }
        return field.dataType() instanceof TimestampType ? functions.unix_micros(column) : column;
    }

    private record Ends(String column, DataType type) implements Check.Metric {
        private static final int MICROS = 6;

        @Override
        public Tally of(List<@Nullable Object> values, long judged) {
            Number min = (Number) values.get(0);
            Number max = (Number) values.get(1);
            return Tally.number(min == null || max == null ? null : difference(min, max), judged);
        }

        @Override
        public Optional<String> statistic() {
            return Optional.of("least and greatest " + column);
        }

        @Override
        public Optional<Tally> of(ParquetTable files) {
            ColumnFacts facts = files.column(column);
            if (facts.hasNoValue()) {
                return Optional.of(Tally.number(null, facts.rows()));
            }
            return facts.range()
                    .map(range -> Tally.number(difference(number(range.min()), number(range.max())), facts.rows()));
        }

        private Number difference(Number min, Number max) {
            if (max instanceof Float greatest) {
                return greatest - min.floatValue();
            }
            if (max instanceof Double greatest) {
                return greatest - min.doubleValue();
            }
            BigDecimal exact = new BigDecimal(max.toString()).subtract(new BigDecimal(min.toString()));
            return type instanceof TimestampType ? exact.movePointLeft(MICROS) : exact;
        }

        private static Number number(Object value) {
            if (value instanceof LocalDate date) {
                return date.toEpochDay();
            }
            return value instanceof Instant time ? ChronoUnit.MICROS.between(Instant.EPOCH, time) : (Number) value;
        }
    }
}
