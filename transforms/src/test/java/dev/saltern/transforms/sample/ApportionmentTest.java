/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ApportionmentTest {

    @Test
    void wholeSharesAreGivenAsTheyAre() {
        assertThat(of(10, sizes(100, 60, 40), weights(100, 60, 40))).containsExactly(5L, 3L, 2L);
    }

    @Test
    void restGoesToTheGreatestRemaindersTheFirstOfEqualsFirst() {
        // Shares 4.45, 3.3 and 2.25.
        assertThat(of(10, sizes(89, 66, 45), weights(89, 66, 45))).containsExactly(5L, 3L, 2L);
        assertThat(of(10, sizes(50, 50, 50), weights(1, 1, 1))).containsExactly(4L, 3L, 3L);
        assertThat(of(2, sizes(1, 1, 1, 1), weights(1, 1, 1, 1))).containsExactly(1L, 1L, 0L, 0L);
    }

    @Test
    void whatAStratumCannotGiveTheOthersShare() {
        assertThat(of(30, sizes(2, 100, 100), weights(1, 1, 1))).containsExactly(2L, 14L, 14L);
        // 12 of 40 would be due from the first and 24 from the second; once they are full, the rest is the last's.
        assertThat(of(40, sizes(5, 20, 100), weights(3, 6, 1))).containsExactly(5L, 20L, 15L);
    }

    @Test
    void withoutWeightsSizesCount() {
        assertThat(of(10, sizes(30, 70), weights(0, 0))).containsExactly(3L, 7L);
        assertThat(of(30, sizes(10, 40, 20), weights(1, 0, 0))).containsExactly(10L, 13L, 7L);
    }

    @Test
    void moreThanThereAreTakesAll() {
        assertThat(of(100, sizes(1, 2), weights(1, 0))).containsExactly(1L, 2L);
        assertThat(of(100, List.of(), List.of())).isEmpty();
    }

    @Property(tries = 500)
    void addsUpAndExceedsNoSizeAndFollowsTheWeights(
            @ForAll @IntRange(min = 1, max = 2_000) int n,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 300) Integer> sizes,
            @ForAll @Size(min = 12, max = 12) List<@IntRange(max = 5) Integer> weights) {
        List<Long> taken = of(n, sizes, weights.subList(0, sizes.size()));

        assertThat(taken.stream().mapToLong(Long::longValue).sum())
                .isEqualTo(
                        Math.min(n, sizes.stream().mapToInt(Integer::intValue).sum()));
        for (int one = 0; one < sizes.size(); one++) {
            assertThat(taken.get(one)).isBetween(0L, (long) sizes.get(one));
            for (int other = 0; other < sizes.size(); other++) {
                boolean room = taken.get(one) < sizes.get(one);
                if (room && weights.get(one) >= weights.get(other) && weights.get(other) > 0) {
                    assertThat(taken.get(one))
                            .as("who weighs as much and has rows left gives as many, but for one")
                            .isGreaterThanOrEqualTo(taken.get(other) - 1);
                }
            }
        }
    }

    private static List<Integer> sizes(Integer... sizes) {
        return List.of(sizes);
    }

    private static List<Integer> weights(Integer... weights) {
        return List.of(weights);
    }

    private static List<Long> of(int n, List<Integer> sizes, List<Integer> weights) {
        return Apportionment.of(
                n,
                IntStream.range(0, sizes.size())
                        .mapToObj(index ->
                                new Apportionment.Stratum(sizes.get(index), BigDecimal.valueOf(weights.get(index))))
                        .toList());
    }
}
