/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.sample;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;
import org.jspecify.annotations.Nullable;

/**
 * The standard deviation of finite numbers, with divisor {@code n - 1}; 0 for fewer than two. NULL does not count.
 *
 * <p>The sums are exact, so not even the last bit depends on the order of the rows: {@code stddev_samp} adds rounded
 * numbers, and where two strata compete for one row its last bit would decide.
 */
final class Spread extends Aggregator<@Nullable Double, Spread.Sums, Double> {

    private static final MathContext PRECISION = MathContext.DECIMAL128;

    /** Count, sum and sum of squares; public because Spark serializes no other class. */
    public record Sums(long count, BigDecimal sum, BigDecimal squares) implements Serializable {
        Sums plus(Sums other) {
            return new Sums(count + other.count, sum.add(other.sum), squares.add(other.squares));
        }
    }

    @Override
    public Sums zero() {
        return new Sums(0, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    @Override
    public Sums reduce(Sums sums, @Nullable Double value) {
        if (value == null) {
            return sums;
        }
        BigDecimal exact = new BigDecimal(value);
        return sums.plus(new Sums(1, exact, exact.multiply(exact)));
    }

    @Override
    public Sums merge(Sums one, Sums other) {
        return one.plus(other);
    }

    @Override
    public Double finish(Sums sums) {
        if (sums.count() < 2) {
            return 0.0;
        }
        BigDecimal count = BigDecimal.valueOf(sums.count());
        BigDecimal scaled = count.multiply(sums.squares()).subtract(sums.sum().pow(2));
        BigDecimal divisor = count.multiply(count.subtract(BigDecimal.ONE));
        return scaled.divide(divisor, PRECISION).sqrt(PRECISION).doubleValue();
    }

    @Override
    public Encoder<Sums> bufferEncoder() {
        return Encoders.javaSerialization(Sums.class);
    }

    @Override
    public Encoder<Double> outputEncoder() {
        return Encoders.DOUBLE();
    }
}
