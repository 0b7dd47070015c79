/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ExactSumTest {
    @Property
    void isTheSumRoundedOnce(@ForAll("numbers") List<Double> numbers) {
        ExactSum sum = new ExactSum();
        numbers.forEach(sum::add);

        assertThat(sum.rounded()).isEqualTo(exact(numbers));
    }

    @Property
    void whatIsTakenBackLeavesNoTrace(@ForAll("numbers") List<Double> stay, @ForAll("numbers") List<Double> go) {
        ExactSum sum = new ExactSum();
        go.forEach(sum::add);
        for (double number : stay) {
            sum.add(number);
            // To ask in between must not change what is to come.
            sum.rounded();
        }
        go.forEach(sum::subtract);

        assertThat(sum.rounded()).isEqualTo(exact(stay));
    }

    @Test
    void tiesGoToTheEvenNeighbour() {
        double one = 0x1p53;

        assertThat(sum(one, 1)).isEqualTo(one);
        assertThat(sum(one + 2, 1)).isEqualTo(one + 4);
        assertThat(sum(one, 1, Double.MIN_VALUE)).isEqualTo(one + 2);
        assertThat(sum(-one, -1, -Double.MIN_VALUE)).isEqualTo(-one - 2);
    }

    @Test
    void goesBeyondTheLargestAndBack() {
        assertThat(sum(Double.MAX_VALUE, Double.MAX_VALUE)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(sum(Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE)).isEqualTo(Double.MAX_VALUE);
    }

    @Test
    void nothingAndZerosAreZero() {
        assertThat(sum()).isEqualTo(0.0);
        assertThat(sum(-0.0)).isEqualTo(0.0);
        assertThat(sum(0.1, -0.1)).isEqualTo(0.0);
    }

    @Test
    void whatIsNoNumberIsNotForgottenUntilItGoes() {
        ExactSum sum = new ExactSum();
        sum.add(1);
        sum.add(Double.NEGATIVE_INFINITY);
        assertThat(sum.rounded()).isEqualTo(Double.NEGATIVE_INFINITY);
        sum.add(Double.POSITIVE_INFINITY);
        assertThat(sum.rounded()).isNaN();
        sum.subtract(Double.NEGATIVE_INFINITY);
        assertThat(sum.rounded()).isEqualTo(Double.POSITIVE_INFINITY);
        sum.subtract(Double.POSITIVE_INFINITY);
        sum.add(Double.NaN);
        assertThat(sum.rounded()).isNaN();
        sum.subtract(Double.NaN);
        assertThat(sum.rounded()).isEqualTo(1);
    }

    private static double sum(double... numbers) {
        ExactSum sum = new ExactSum();
        for (double number : numbers) {
            sum.add(number);
        }
        return sum.rounded();
    }

    private static double exact(List<Double> numbers) {
        double rounded = numbers.stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
        // An exact zero has no sign.
        return rounded == 0 ? 0.0 : rounded;
    }

    /** Any bits of a finite number, and many that nearly cancel each other. */
    @Provide
    Arbitrary<List<Double>> numbers() {
        Arbitrary<Double> any =
                Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
        Arbitrary<Double> near = Arbitraries.integers().between(-1000, 1000).map(number -> number / 7.0);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(1, any), net.jqwik.api.Tuple.of(2, near))
                .list()
                .ofMaxSize(12)
                .map(ArrayList::new);
    }
}
