/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GrowthCurveTest {
    @Test
    void findsTheExponentBeneathWhatEveryRunCosts() {
        assertThat(through(size -> 5 + 1.6 * size).exponent()).isCloseTo(1, within(0.011));
        assertThat(through(size -> 5 + 1.6 * Math.pow(size, 1.2)).exponent()).isCloseTo(1.2, within(0.011));
        assertThat(through(size -> 2 * Math.pow(size, 0.7)).exponent()).isCloseTo(0.7, within(0.011));
    }

    /** A first point that still compiles is enough to make a straight line look bent. */
    @Test
    void takesALateCompilerForGrowth() {
        assertThat(through(size -> 5 + 1.6 * size + (size == 1 ? 2 : 0)).exponent()).isGreaterThan(1.1);
    }

    private static GrowthCurve through(DoubleUnaryOperator seconds) {
        List<GrowthLedger.Line> points = Stream.of(1, 2, 4, 8, 16)
                .map(size -> new GrowthLedger.Line(
                        "rows",
                        size,
                        DayRounds.of(DayEntrant.GROWTH, "a", 1, seconds.applyAsDouble(size), 1)))
                .toList();
        return GrowthCurve.through(points, DayRound::wallSeconds);
    }
}
