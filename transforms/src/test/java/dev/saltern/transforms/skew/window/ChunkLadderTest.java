/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.transforms.skew.HotKey;
import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.Slots;
import dev.saltern.transforms.skew.Treatment;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class ChunkLadderTest {

    private static final Slots SLOTS = new Slots(64, 200);

    private static KeySpread spread(long rows, long nullRows, long... hot) {
        List<HotKey> keys = LongStream.of(hot)
                .mapToObj(count -> new HotKey(count, count, count, RowFactory.create("s" + count)))
                .toList();
        return new KeySpread(List.of("s"), rows, nullRows, keys);
    }

    private static ChunkChoice auto(KeySpread spread, long reachRows) {
        return new ChunkLadder(SLOTS, reachRows).choose(SkewMode.auto(), spread, true, null);
    }

    @Test
    void longSeriesTakeTheSamePartOfEachPartition() {
        ChunkChoice choice = auto(spread(40_000_000, 0, 20_000_000, 1_200_000), 12);

        assertThat(choice.series()).extracting(Series::rows).containsExactly(20_000_000L, 1_200_000L);
        assertThat(choice.chunkRows()).isEqualTo(106_000);
        assertThat(choice.maxCopied()).isEqualTo(0.25);
        assertThat(choice.reason()).isEqualTo("s20000000 has 50.0 % of the rows, 100.0 times an even partition");
        assertThat(choice.declined()).isEmpty();
    }

    @Test
    void seriesAtTheGateIsLeftWholeAndOneRowMoreIsCut() {
        assertThat(auto(spread(10_000_000, 0, 250_000), 0).series()).isEmpty();
        assertThat(auto(spread(10_000_000, 0, 250_000), 0).declined())
                .containsExactly("chunk s250000: its 250,000 rows are not more than 250,000");
        assertThat(auto(spread(10_000_000, 0, 250_001), 0).series()).hasSize(1);
    }

    @Test
    void besideALongSeriesEachThatIsLongerThanAnEvenPartitionIsCut() {
        ChunkChoice choice = auto(spread(10_000_000, 0, 1_000_000, 60_000, 50_001, 50_000), 0);

        assertThat(choice.series()).extracting(Series::rows).containsExactly(1_000_000L, 60_000L, 50_001L);
        assertThat(choice.declined()).isEmpty();
        assertThat(auto(spread(10_000_000, 0, 240_000, 60_000), 0).series()).isEmpty();
    }

    @Test
    void seriesThatAnEvenShareOfASlotCoversIsLeftWhole() {
        ChunkChoice choice = new ChunkLadder(new Slots(2, 200), 0)
                .choose(SkewMode.auto(), spread(40_000_000, 0, 19_000_000), true, null);

        assertThat(choice.series()).isEmpty();
        assertThat(choice.declined())
                .containsExactly("chunk s19000000: its 19,000,000 rows are not more than 20,000,000");
    }

    @Test
    void chunksAreTenTimesTheFrameOrNotMade() {
        assertThat(auto(spread(10_000_000, 0, 5_000_000), 100_000).chunkRows()).isEqualTo(1_000_000);
        assertThat(auto(spread(10_000_000, 0, 5_000_000), 300_000).declined())
                .containsExactly("chunk s5000000: its 5,000,000 rows are not two chunks of 3,000,000,"
                        + " which a reach of 300,000 rows asks for");
    }

    @Test
    void nullSeriesOfOneColumnIsCutToo() {
        ChunkChoice choice = auto(spread(10_000_000, 9_000_000), 0);

        assertThat(choice.series()).extracting(Series::text).containsExactly("NULL");
        assertThat(choice.series()).extracting(Series::hash).containsExactly(42L);
    }

    @Test
    void onlySeriesOfATableIsAllItsRows() {
        ChunkChoice choice = auto(new KeySpread(List.of(), 5_000_000, 0, List.of()), 0);

        assertThat(choice.series()).extracting(Series::rows).containsExactly(5_000_000L);
    }

    @Test
    void offAndOtherTreatmentsLeaveThePlainWindow() {
        ChunkLadder ladder = new ChunkLadder(SLOTS, 0);
        KeySpread half = spread(40_000_000, 0, 20_000_000);

        assertThat(ladder.choose(SkewMode.off(), half, true, null))
                .isEqualTo(ChunkChoice.none("skew is off", List.of()));
        assertThat(ladder.choose(SkewMode.force(Treatment.NONE), half, true, null)
                        .declined())
                .isEmpty();
        assertThat(ladder.choose(SkewMode.force(Treatment.SALT), half, true, null)
                        .declined())
                .containsExactly("salt is asked for, and a window can only be cut into chunks");
    }

    @Test
    void whatIsNotKnownOrCannotBeCutIsSaid() {
        ChunkLadder ladder = new ChunkLadder(SLOTS, 0);
        KeySpread half = spread(40_000_000, 0, 20_000_000);

        assertThat(ladder.choose(SkewMode.auto(), null, false, null).declined())
                .containsExactly("chunk: no spread of the series is known");
        assertThat(ladder.choose(SkewMode.auto(), half, false, null).declined())
                .containsExactly("chunk: the spread is known by (s), which does not tell the series apart");
        assertThat(ladder.choose(SkewMode.auto(), half, true, "it is a sum of doubles")
                        .declined())
                .containsExactly("chunk: it is a sum of doubles");
    }

    @Test
    void forceCutsShortSeriesAndSaysWhenThereAreNone() {
        ChunkLadder ladder = new ChunkLadder(SLOTS, 1_000);
        SkewMode forced = SkewMode.force(Treatment.CHUNK);

        ChunkChoice choice = ladder.choose(forced, spread(4_000, 0, 100, 1), true, null);
        assertThat(choice.series()).extracting(Series::rows).containsExactly(100L);
        assertThat(choice.chunkRows()).isEqualTo(20);
        assertThat(choice.maxCopied()).isInfinite();
        assertThat(ladder.choose(forced, spread(4_000, 0), true, null).declined())
                .containsExactly("chunk is asked for, and no series is hot");
    }
}
