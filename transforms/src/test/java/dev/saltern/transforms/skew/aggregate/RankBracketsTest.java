/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.transforms.skew.aggregate.RankBrackets.Values;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankBracketsTest {

    private static final double NONE = Double.NEGATIVE_INFINITY;
    private static final List<Double> HUNDREDTHS =
            IntStream.range(1, 100).mapToObj(piece -> (double) piece).toList();

    @Test
    void rangeIsTwoPiecesWiderOnEachSide() {
        assertThat(RankBrackets.around(new Values(1_000, 0, HUNDREDTHS), List.of(0.555)))
                .contains(new RankBrackets(List.of(53.0, 58.0)));
    }

    @Test
    void rangesThatMeetAreOne() {
        assertThat(RankBrackets.around(new Values(1_000, 0, HUNDREDTHS), List.of(0.555, 0.505, 0.905)))
                .contains(new RankBrackets(List.of(48.0, 58.0, 88.0, 93.0)));
    }

    @Test
    void rangesAtTheEndsAreOpen() {
        assertThat(RankBrackets.around(new Values(1_000, 0, HUNDREDTHS), List.of(0.0, 1.0)))
                .contains(new RankBrackets(List.of(NONE, 3.0, 97.0, Double.POSITIVE_INFINITY)));
    }

    @Test
    void nanCountsAboveAllNumbers() {
        assertThat(RankBrackets.around(new Values(1_000, 1_000, HUNDREDTHS), List.of(0.25)))
                .contains(new RankBrackets(List.of(47.0, 53.0)));
        assertThat(RankBrackets.around(new Values(1_000, 1_000, HUNDREDTHS), List.of(0.75)))
                .contains(new RankBrackets(List.of(NONE, NONE)));
    }

    @Test
    void noRangesThatHoldMoreThanHalfOfTheValues() {
        assertThat(RankBrackets.around(
                        new Values(1_000, 0, HUNDREDTHS),
                        IntStream.range(0, 20).mapToObj(part -> part / 20.0).toList()))
                .isEmpty();
    }
}
