/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * {@code Mean "a" > 1}, {@code ColumnCorrelation "a" "b" > 0.8}: a number computed from all values of numeric columns.
 *
 * <p>NULL is passed over; for a correlation a row with NULL in either column is. Where no value is left, or the formula has no
 * answer, there is no data and the rule fails. One NaN among the values makes the number NaN, which meets no condition. Sums
 * and means of whole numbers and decimals are exact to 38 digits, a mean then rounded to 16; a sum beyond is no data. All else
 * is computed in double precision and rounded to 12 significant digits, or 12 decimals where the number has no unit, so that
 * the partitions of the rows do not show unless the sum of large numbers is near 0.
 *
 * @see <a href="https://spark.apache.org/docs/3.5.7/api/sql/index.html">Spark SQL: stddev_pop, var_pop, skewness, kurtosis,
 *     corr</a>
 */
final class Statistic implements RuleSemantics {
    private static final MathContext DIGITS = MathContext.DECIMAL64;

    private final String noun;
    private final boolean exact;
    private final Function<List<Column>, List<Column>> aggregates;
    private final Function<List<@Nullable Object>, @Nullable Number> number;

    private Statistic(
            String noun,
            boolean exact,
            Function<List<Column>, List<Column>> aggregates,
            Function<List<@Nullable Object>, @Nullable Number> number) {
        this.noun = noun;
        this.exact = exact;
        this.aggregates = aggregates;
        this.number = number;
    }

    private static Statistic of(String noun, boolean exact, Function<Column, Column> aggregate) {
        return new Statistic(noun, exact, values -> List.of(aggregate.apply(values.get(0))), Statistic::first);
    }

    /** A number that tells nothing of the size of the values is near 0 or 1, so its decimals count. */
    private Statistic scaleFree() {
        return new Statistic(noun, exact, aggregates, counted -> Rounded.toDecimals(number.apply(counted)));
    }

    static Statistic mean() {
        return new Statistic(
                "mean",
                true,
                values -> List.of(functions.sum(values.get(0)), functions.count(values.get(0))),
                Statistic::quotient);
    }

    static Statistic sum() {
        return of("sum", true, functions::sum);
    }

    /** Of the population, divided by the number of values n: {@code sqrt(sum((x - mean)^2) / n)}. */
    static Statistic standardDeviation() {
        return of("standard deviation", false, functions::stddev_pop);
    }

    /** Of the population: the square of the standard deviation. */
    static Statistic variance() {
        return of("variance", false, functions::var_pop);
    }

    /** Of the population: {@code sqrt(n) * m3 / sqrt(m2^3)} with {@code mk = sum((x - mean)^k)}; nothing where all are equal. */
    static Statistic skewness() {
        return of("skewness", false, functions::skewness).scaleFree();
    }

    /** Excess of the population: {@code n * m4 / m2^2 - 3}, 0 for a normal distribution; nothing where all are equal. */
    static Statistic kurtosis() {
        return of("kurtosis", false, functions::kurtosis).scaleFree();
    }

    /** Pearson's coefficient in [-1, 1]; nothing where all values of a column are equal. */
    static Statistic correlation() {
        return new Statistic(
                        "correlation",
                        false,
                        values -> List.of(functions.corr(values.get(0), values.get(1))),
                        Statistic::first)
                .scaleFree();
    }

    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        if (!Numeric.check(noun, filed, fields, scope)) {
            return Optional.empty();
        }
        Condition condition = Objects.requireNonNull(filed.rule().condition());
        List<String> names = fields.stream().map(StructField::name).toList();
        Claim claim = new Claim(
                filed,
                MetricName.of(names, filed.rule().type().label()),
                condition.text(),
                applies,
                Verdict.number(condition));
        List<Column> values = new ArrayList<>();
        fields.forEach(field -> values.add(functions.when(
                applies, exact ? exact(field) : ColumnText.column(field.name()).cast("double"))));
        return Optional.of(new Check.OnAggregate(
                claim,
                aggregates.apply(values),
                (counted, judged) -> Tally.number(Rounded.toDigits(number.apply(counted)), judged)));
    }

    /** Sums of bigint would overflow, and those of double would round; sums of int overflow after 2^32 rows at the earliest. */
    private static Column exact(StructField field) {
        Column column = ColumnText.column(field.name());
        DataType type = field.dataType();
        if (type instanceof DecimalType) {
            return column;
        }
        if (type instanceof LongType) {
            return column.cast("decimal(20,0)");
        }
        return column.cast(Numeric.isWhole((NumericType) type) ? "bigint" : "double");
    }

    private static @Nullable Number first(List<@Nullable Object> values) {
        return (Number) values.get(0);
    }

    private static @Nullable Number quotient(List<@Nullable Object> values) {
        Object sum = values.get(0);
        Number count = Objects.requireNonNull((Number) values.get(1));
        if (sum instanceof BigDecimal exact) {
            return exact.divide(BigDecimal.valueOf(count.longValue()), DIGITS);
        }
        if (sum instanceof Long whole) {
            return BigDecimal.valueOf(whole).divide(BigDecimal.valueOf(count.longValue()), DIGITS);
        }
        return sum == null ? null : ((Number) sum).doubleValue() / count.longValue();
    }
}
