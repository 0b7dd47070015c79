/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.sample;

import static dev.saltern.transforms.sample.Draws.SEEDS;
import static dev.saltern.transforms.sample.Draws.UNITS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is drawn how often, over 400 seeds. {@link SampleTest} shows that the samples are those of these hashes. */
class InclusionTest {

    private static final int N = 60;
    private static final double SHARE = 0.3;
    private static final int PAIRS = UNITS * (UNITS - 1) / 2;

    @Test
    void everyRowIsInSimpleRandomSamplesAsOftenAsTheOthers() {
        checkRows(seed -> Draws.least(seed, N), (double) N / UNITS);
    }

    @Test
    void everyPairIsInSimpleRandomSamplesAsOftenAsTheOthersTheRowsOfOneKeyToo() {
        checkPairs(seed -> Draws.least(seed, N), (double) N * (N - 1) / UNITS / (UNITS - 1));
    }

    @Test
    void everyRowIsInBernoulliSamplesWithTheShare() {
        checkRows(seed -> Draws.below(seed, SHARE), SHARE);
    }

    @Test
    void everyPairIsInBernoulliSamplesWithTheSquareOfTheShare() {
        checkPairs(seed -> Draws.below(seed, SHARE), SHARE * SHARE);
    }

    @Test
    void bernoulliSizesVaryAsTheBinomialDoes() {
        List<Integer> sizes = IntStream.range(0, SEEDS)
                .map(seed -> Draws.below(seed, SHARE).size())
                .boxed()
                .toList();
        Binomial one = Binomial.of(UNITS, SHARE, SEEDS);

        sizes.forEach(size -> one.check(size, "rows of a sample"));
        int total = sizes.stream().mapToInt(Integer::intValue).sum();
        Binomial.of(SEEDS * UNITS, SHARE, 1).check(total, "rows of all samples");
        double mean = (double) total / SEEDS;
        double variance =
                sizes.stream().mapToDouble(size -> Math.pow(size - mean, 2)).sum() / (SEEDS - 1);
        // The variance of 400 sizes has a relative standard error of sqrt(2 / 399) = 7 %; 35 % is five of them.
        assertThat(variance / (UNITS * SHARE * (1 - SHARE))).isBetween(0.65, 1.35);
    }

    @Test
    void uniformNumbersFillEveryTenthOfTheirRange() {
        int[] tenths = new int[10];
        for (int seed = 0; seed < SEEDS; seed++) {
            for (int unit = 0; unit < UNITS; unit++) {
                tenths[(int) (Draws.uniform(seed, unit) * 10)]++;
            }
        }
        Binomial bounds = Binomial.of(SEEDS * UNITS, 0.1, 10);

        IntStream.range(0, 10).forEach(tenth -> bounds.check(tenths[tenth], "numbers in tenth " + tenth));
    }

    @Test
    void everyStartOfASystematicSampleIsAsLikelyAsTheOthers() {
        int every = 7;
        int seeds = 7_000;
        int[] starts = new int[every];
        IntStream.range(0, seeds).forEach(seed -> starts[Hash.below(every, seed)]++);
        Binomial bounds = Binomial.of(seeds, 1.0 / every, every);

        IntStream.range(0, every).forEach(start -> bounds.check(starts[start], "start " + start));
    }

    private static void checkRows(IntFunction<List<Integer>> sample, double probability) {
        int[] times = new int[UNITS];
        IntStream.range(0, SEEDS).forEach(seed -> sample.apply(seed).forEach(unit -> times[unit]++));
        Binomial bounds = Binomial.of(SEEDS, probability, UNITS);

        IntStream.range(0, UNITS).forEach(unit -> bounds.check(times[unit], "row " + unit));
    }

    private static void checkPairs(IntFunction<List<Integer>> sample, double probability) {
        int[][] times = new int[UNITS][UNITS];
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Integer> drawn = sample.apply(seed);
            drawn.forEach(one -> drawn.forEach(other -> times[one][other]++));
        }
        Binomial bounds = Binomial.of(SEEDS, probability, PAIRS);

        assertThat(bounds.least())
                .as("a pair that is never drawn raises the alarm")
                .isPositive();
        for (int one = 0; one < UNITS; one++) {
            for (int other = 0; other < one; other++) {
                bounds.check(times[one][other], "rows " + one + " and " + other);
            }
        }
    }
}
