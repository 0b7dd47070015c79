/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.footer.ParquetTable;
import dev.saltern.quality.footer.Range;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/** The least or the greatest number, or length, of a column. NULL and NaN are passed over; nothing is left of no value. */
enum Extreme {
    VALUE_MIN("Minimum"),
    VALUE_MAX("Maximum"),
    LENGTH_MIN("MinimumLength"),
    LENGTH_MAX("MaximumLength");

    private final String label;

    Extreme(String label) {
        this.label = label;
    }

    /** Returns a check that observes the number and always holds. */
    Check check(FiledRule filed, StructField field) {
        Claim claim = new Claim(filed, MetricName.of(field.name(), label), "any number", functions.lit(true), tally -> {
            Number value = tally.value();
            return new Verdict.Judgement(value == null ? null : value.doubleValue(), true);
        });
        Column number = number(field);
        return new Check.OnAggregate(
                claim, List.of(least() ? functions.min(number) : functions.max(number)), new Found(this, field.name()));
    }

    private boolean least() {
        return this == VALUE_MIN || this == LENGTH_MIN;
    }

    private Column number(StructField field) {
        Column column = ColumnText.column(field.name());
        if (this == LENGTH_MIN || this == LENGTH_MAX) {
            return functions.length(column);
        }
        boolean floating = field.dataType() instanceof DoubleType || field.dataType() instanceof FloatType;
        return floating ? functions.when(functions.not(column.isNaN()), column) : column;
    }

    private record Found(Extreme extreme, String column) implements Check.Metric {
        @Override
        public Tally of(List<@Nullable Object> values, long judged) {
            return Tally.number((Number) values.get(0), judged);
        }

        @Override
        public Optional<Tally> of(ParquetTable files) {
            if (extreme != VALUE_MIN && extreme != VALUE_MAX) {
                return Optional.empty();
            }
            Optional<Range> range = files.column(column).range();
            return range.map(
                    known -> Tally.number((Number) (extreme == VALUE_MIN ? known.min() : known.max()), files.rows()));
        }
    }
}
