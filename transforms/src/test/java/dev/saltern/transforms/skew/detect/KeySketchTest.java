/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.transforms.skew.Slots;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeySketchTest {

    private static final KeySketch MORNING =
            new KeySketch(100, 10, 3, List.of(new HashCount(7, 20, 22), new HashCount(8, 50, 52)));
    private static final KeySketch EVENING =
            new KeySketch(40, 0, 5, List.of(new HashCount(9, 30, 30), new HashCount(7, 6, 8)));

    @Test
    void heaviestCountComesFirst() {
        assertThat(MORNING.counts()).extracting(HashCount::hash).containsExactly(8L, 7L);
    }

    @Test
    void bytesHoldAll() {
        assertThat(KeySketch.of(MORNING.toBytes())).isEqualTo(MORNING);
        assertThat(KeySketch.of(KeySketch.EMPTY.toBytes())).isEqualTo(KeySketch.EMPTY);
    }

    @Test
    void mergedBoundsHoldWhereOneSideDoesNotListTheKey() {
        assertThat(MORNING.merge(EVENING))
                .isEqualTo(new KeySketch(
                        140,
                        10,
                        8,
                        List.of(new HashCount(8, 50, 57), new HashCount(9, 30, 33), new HashCount(7, 26, 30))));
    }

    @Test
    void mergeIsFreeOfOrder() {
        KeySketch night = new KeySketch(5, 1, 0, List.of(new HashCount(8, 4, 4)));

        assertThat(MORNING.merge(EVENING)).isEqualTo(EVENING.merge(MORNING));
        assertThat(MORNING.merge(EVENING).merge(night)).isEqualTo(MORNING.merge(EVENING.merge(night)));
        assertThat(KeySketch.EMPTY.merge(MORNING)).isEqualTo(MORNING);
    }

    @Test
    void hotIsWhatMayHaveMoreThanHalfAMeanPartition() {
        assertThat(MORNING.hot(new Slots(2, 2))).extracting(HashCount::hash).containsExactly(8L);
        assertThat(MORNING.hot(new Slots(2, 3))).extracting(HashCount::hash).containsExactly(8L, 7L);
    }

    @Test
    void singleRowIsNeverHot() {
        KeySketch sketch = new KeySketch(3, 0, 0, List.of(new HashCount(1, 2, 2), new HashCount(2, 1, 1)));

        assertThat(sketch.hot(new Slots(2, 200))).extracting(HashCount::hash).containsExactly(1L);
    }
}
