/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Condition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * {@code Uniqueness "a" > 0.9} and its kin: a number computed from how often each value occurs. A row in which every column of
 * the rule is NULL is passed over; NaN is a value that equals itself. Where no value is left, shares and the entropy have no
 * data and fail, and the number of distinct values is 0.
 */
final class GroupStatistic implements RuleSemantics, GroupMetric {
    private final boolean breaksByRepetition;
    private final Function<Frequencies, @Nullable Number> number;

    private GroupStatistic(boolean breaksByRepetition, Function<Frequencies, @Nullable Number> number) {
        this.breaksByRepetition = breaksByRepetition;
        this.number = number;
    }

    /** The share of rows in [0, 1] whose value occurs exactly once; the rows of every other value are bad. */
    static GroupStatistic uniqueness() {
        return new GroupStatistic(true, found -> found.rows == 0 ? null : (double) found.unique / found.rows);
    }

    /** The share of distinct values in [0, 1] that occur exactly once. */
    static GroupStatistic uniqueValueRatio() {
        return new GroupStatistic(false, found -> found.distinct == 0 ? null : (double) found.unique / found.distinct);
    }

    /** The number of distinct values, exact. */
    static GroupStatistic distinctValues() {
        return new GroupStatistic(false, found -> found.distinct);
    }

    /**
     * The entropy {@code -sum(p * ln(p))} over the share p of each value, exactly 0 for a single value. In nats, as the open engine
     * Deequ computes it, although the documentation speaks of bits.
     *
     * @see <a href="https://github.com/awslabs/deequ/blob/master/src/main/scala/com/amazon/deequ/analyzers/Entropy.scala">Deequ,
     *     Entropy</a>
     */
    static GroupStatistic entropy() {
        return new GroupStatistic(false, found -> Rounded.toDecimals(found.entropy()));
    }

    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        if (!Groupable.check(filed, fields, scope)) {
            return Optional.empty();
        }
        List<String> names = fields.stream().map(StructField::name).toList();
        Condition condition = Objects.requireNonNull(filed.rule().condition());
        String metric = MetricName.of(names, filed.rule().type().label());
        Claim claim = new Claim(filed, metric, condition.text(), applies, Verdict.number(condition));
        return Optional.of(new Check.OnGroup(claim, names, this));
    }

    @Override
    public Column broken(Column inside, List<Column> keys) {
        return breaksByRepetition ? inside.gt(1L).and(hasValue(keys)) : functions.lit(false);
    }

    @Override
    public List<Column> aggregates(Column inside, List<Column> keys) {
        Column counted = functions.when(hasValue(keys), inside).otherwise(0L);
        return List.of(
                functions.sum(functions.when(counted.equalTo(1L), 1L).otherwise(0L)),
                functions.sum(functions.when(counted.gt(0L), 1L).otherwise(0L)),
                functions.sum(counted),
                functions.sum(functions
                        .when(counted.gt(0L), counted.multiply(functions.log(counted)))
                        .otherwise(0.0)));
    }

    @Override
    public Tally of(long bad, long judged, List<@Nullable Object> values) {
        Frequencies found = new Frequencies(
                number(values, 0).longValue(),
                number(values, 1).longValue(),
                number(values, 2).longValue(),
                number(values, 3).doubleValue());
        return new Tally(bad, judged, number.apply(found));
    }

    @Override
    public Tally ofDistinctRows(long rows) {
        return Tally.number(number.apply(new Frequencies(rows, rows, rows, 0)), rows);
    }

    /** A sum over no group is NULL. */
    private static Number number(List<@Nullable Object> values, int i) {
        Number number = (Number) values.get(i);
        return number == null ? 0 : number;
    }

    private static Column hasValue(List<Column> keys) {
        return keys.stream().map(Column::isNotNull).reduce(Column::or).orElseThrow();
    }

    /**
     * How often values occur.
     *
     * @param unique number of values that occur once
     * @param distinct number of values
     * @param rows number of rows with a value
     * @param weighted sum of {@code n * ln(n)} over the number of rows n of each value
     */
    private record Frequencies(long unique, long distinct, long rows, double weighted) {
        @Nullable
        Number entropy() {
            if (rows == 0) {
                return null;
            }
            return distinct == 1 ? 0.0 : Math.log((double) rows) - weighted / rows;
        }
    }
}
