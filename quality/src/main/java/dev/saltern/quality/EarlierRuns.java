/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.NumberExpression;
import dev.saltern.quality.dqdl.NumberExpression.Call;
import dev.saltern.quality.dqdl.NumberExpression.Constant;
import dev.saltern.quality.dqdl.NumberExpression.Last;
import dev.saltern.quality.dqdl.NumberExpression.Operation;
import dev.saltern.quality.dqdl.NumberFunction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * Computes the numbers of dynamic rules from what earlier runs observed of one metric.
 *
 * <p>{@code last()} is 0 when there is no earlier run, and {@code last(k)} gives the runs that there are, so {@code avg},
 * {@code median}, {@code min}, {@code max}, {@code sum} and {@code std} of no run are 0 as well. {@code std} is the population
 * standard deviation; the median of an even count is the mean of the two in the middle. Numbers have 34 digits.
 */
final class EarlierRuns {
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private final List<BigDecimal> numbers;

    /** Takes the observations, the latest first; those that are not finite are passed over. */
    EarlierRuns(List<MetricHistory.Observation> observations) {
        this.numbers = observations.stream()
                .map(MetricHistory.Observation::value)
                .filter(Double::isFinite)
                .map(BigDecimal::valueOf)
                .toList();
    }

    /**
     * Returns the number that an expression comes to.
     *
     * @throws ArithmeticException on a division by zero, and on an index at which there is no earlier run
     */
    BigDecimal number(NumberExpression expression) {
        if (expression instanceof Constant constant) {
            return constant.number();
        }
        if (expression instanceof Operation operation) {
            return operation.arithmetic().apply(number(operation.left()), number(operation.right()));
        }
        if (expression instanceof Call call) {
            return call(call);
        }
        return numbers.isEmpty() ? BigDecimal.ZERO : numbers.get(0);
    }

    private BigDecimal call(Call call) {
        NumberExpression argument = call.arguments().get(0);
        if (call.function() == NumberFunction.ABS) {
            return number(argument).abs();
        }
        List<BigDecimal> list = argument instanceof Last last
                ? numbers.subList(0, Math.min(last.count(), numbers.size()))
                : List.of(number(argument));
        if (call.function() == NumberFunction.INDEX) {
            return at(list, number(call.arguments().get(1)));
        }
        return list.isEmpty() ? BigDecimal.ZERO : of(call.function(), list);
    }

    private static BigDecimal at(List<BigDecimal> list, BigDecimal place) {
        boolean whole = place.stripTrailingZeros().scale() <= 0;
        if (!whole || place.signum() < 0 || place.compareTo(BigDecimal.valueOf(list.size())) >= 0) {
            throw new ArithmeticException(
                    "index " + place.toPlainString() + " of " + list.size() + (list.size() == 1 ? " run" : " runs"));
        }
        return list.get(place.intValueExact());
    }

    private static BigDecimal of(NumberFunction function, List<BigDecimal> list) {
        return switch (function) {
            case AVG -> mean(list);
            case MEDIAN -> median(list);
            case MIN -> list.stream().reduce(BigDecimal::min).orElseThrow();
            case MAX -> list.stream().reduce(BigDecimal::max).orElseThrow();
            case SUM -> list.stream().reduce(BigDecimal::add).orElseThrow();
            case STD -> standardDeviation(list);
            case ABS, INDEX -> throw new IllegalArgumentException("Cannot aggregate runs by " + function.label());
        };
    }

    private static BigDecimal mean(List<BigDecimal> list) {
        BigDecimal sum = list.stream().reduce(BigDecimal::add).orElseThrow();
        return sum.divide(BigDecimal.valueOf(list.size()), DIGITS);
    }

    /** Returns the median of at least one number. */
    static BigDecimal median(List<BigDecimal> list) {
        List<BigDecimal> sorted = list.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : mean(sorted.subList(middle - 1, middle + 1));
    }

    private static BigDecimal standardDeviation(List<BigDecimal> list) {
        BigDecimal mean = mean(list);
        return mean(list.stream()
                        .map(number -> number.subtract(mean).pow(2, DIGITS))
                        .toList())
                .sqrt(DIGITS);
    }
}
