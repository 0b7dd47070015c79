/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Mean and population standard deviation of finite numbers, rounded once, at the end. Not thread-safe. */
final class Moments implements Serializable {
    private static final MathContext PRECISION = new MathContext(50);

    private final ExactSum sum = new ExactSum();
    private final ExactSum squares = new ExactSum();
    private long count;
    private boolean overflow;

    void add(double number) {
        count++;
        sum.add(number);
        double square = number * number;
        if (Double.isInfinite(square)) {
            overflow = true;
        } else {
            squares.add(square);
            squares.add(Math.fma(number, number, -square));
        }
    }

    void add(Moments other) {
        count += other.count;
        overflow |= other.overflow;
        sum.add(other.sum);
        squares.add(other.squares);
    }

    long count() {
        return count;
    }

    /** Returns the mean, or null of no numbers. */
    @Nullable
    Double mean() {
        return count == 0
                ? null
                : decimal(sum.scaled(), ExactSum.SCALE)
                        .divide(BigDecimal.valueOf(count), PRECISION)
                        .doubleValue();
    }

    /** Returns the square root of the mean square distance to the mean, or null of no numbers or beyond the range of double. */
    @Nullable
    Double standardDeviation() {
        if (count == 0 || overflow) {
            return null;
        }
        BigInteger total = sum.scaled();
        BigInteger spread = squares.scaled()
                .multiply(BigInteger.valueOf(count))
                .shiftLeft(ExactSum.SCALE)
                .subtract(total.multiply(total))
                .max(BigInteger.ZERO);
        return decimal(spread, 2 * ExactSum.SCALE)
                .sqrt(PRECISION)
                .divide(BigDecimal.valueOf(count), PRECISION)
                .doubleValue();
    }

    private static BigDecimal decimal(BigInteger scaled, int scale) {
        return new BigDecimal(scaled).divide(new BigDecimal(BigInteger.ONE.shiftLeft(scale)), PRECISION);
    }
}
