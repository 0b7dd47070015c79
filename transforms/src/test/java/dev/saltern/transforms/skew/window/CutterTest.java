/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class CutterTest {

    private static final Series SERIES = new Series(7, 0, "a", RowFactory.create("a"));

    /** Pieces at 0, 10, 20 ... with these counts; the first is below 0. */
    private static SeriesGrid grid(long... rows) {
        double[] borders =
                LongStream.range(0, rows.length - 1).mapToDouble(i -> i * 10).toArray();
        return new SeriesGrid(new Borders(borders), LongStream.of(rows).boxed().toList(), List.of());
    }

    private static SeriesChunks chunks(Cutter cutter, SeriesGrid grid) {
        return Objects.requireNonNull(cutter.cut(SERIES, grid).chunks());
    }

    @Test
    void chunksAreEvenAndSeeAtLeastTheRowsTheyNeedByWholePieces() {
        Cutter.Cut cut = new Cutter(10, 1, Reach.rows(6, 0)).cut(SERIES, grid(0, 5, 5, 5, 5));
        SeriesChunks chunks = Objects.requireNonNull(cut.chunks());

        assertThat(cut.rows()).containsExactly(10L, 10L);
        assertThat(chunks.cuts().at(0)).isEqualTo(20);
        assertThat(chunks.starts().at(0)).isEqualTo(0);
        assertThat(cut.copied()).isEqualTo(10);
        assertThat(cut.text()).isEqualTo("a is cut into 2 chunks of at most 10 rows, with 10 copied");
        // Exactly as many as a piece holds are one piece.
        assertThat(chunks(new Cutter(10, 1, Reach.rows(5, 0)), grid(0, 5, 5, 5, 5))
                        .starts()
                        .at(0))
                .isEqualTo(10);
    }

    @Test
    void rowIsSeenByItsOwnChunkAndByAllThatReachIt() {
        SeriesChunks chunks =
                chunks(new Cutter(5, 9, Reach.rows(6, 1)), grid(0, 5, 5, 5, 5)).labelled(List.of(3, 1, 4, 9));

        assertThat(chunks.seeing(25)).containsExactly(4, -2, -10);
        assertThat(chunks.seeing(0)).containsExactly(3, -2, -5);
        assertThat(chunks.seeing(Double.NEGATIVE_INFINITY)).containsExactly(3, -2);
    }

    @Test
    void reachOfRowsPastTheFirstRowBeginsBeforeEverything() {
        SeriesChunks chunks = chunks(new Cutter(10, 9, Reach.rows(11, 11)), grid(0, 5, 5, 5, 5));

        assertThat(chunks.starts().at(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(chunks.ends().at(0)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void reachByValueTakesInItsEdges() {
        SeriesChunks chunks = chunks(new Cutter(10, 9, Reach.range(3, 2)), grid(0, 5, 5, 5, 5));

        assertThat(chunks.seeing(17)).containsExactly(0, -2);
        assertThat(chunks.seeing(16)).containsExactly(0);
        assertThat(chunks.seeing(22)).containsExactly(1, -1);
        assertThat(chunks.seeing(23)).containsExactly(1);
    }

    @Test
    void chunksGrowUntilFewEnoughRowsAreCopied() {
        SeriesGrid grid = grid(
                LongStream.concat(LongStream.of(0), LongStream.generate(() -> 1).limit(64))
                        .toArray());

        Cutter.Cut cut = new Cutter(4, 0.25, Reach.rows(3, 0)).cut(SERIES, grid);

        assertThat(cut.rows()).hasSize(4);
        assertThat(cut.copied()).isEqualTo(9);
        assertThat(new Cutter(4, 0.25, Reach.rows(30, 0)).cut(SERIES, grid).text())
                .isEqualTo("chunk a: 30 of its 64 rows would be copied into neighbours");
    }

    @Test
    void seriesOfMostlyOnePlaceIsLeftWholeUnlessForced() {
        SeriesGrid tied = grid(0, 2, 80, 18);

        assertThat(new Cutter(10, 0.25, Reach.NONE).cut(SERIES, tied).text())
                .isEqualTo("chunk a: 80 of its 100 rows lie too close together to be cut");
        assertThat(new Cutter(10, Double.POSITIVE_INFINITY, Reach.NONE)
                        .cut(SERIES, tied)
                        .rows())
                .contains(80L);
        assertThat(new Cutter(10, Double.POSITIVE_INFINITY, Reach.NONE)
                        .cut(SERIES, grid(0, 50))
                        .text())
                .isEqualTo("chunk a: 50 of its 50 rows lie too close together to be cut");
    }

    @Test
    void totalsRunOnAndSkipWhatAddsNothing() {
        SeriesGrid grid = new SeriesGrid(
                new Borders(new double[] {0, 10, 20, 30}),
                List.of(0L, 5L, 5L, 5L, 5L),
                Arrays.asList(null, null, 7L, null, -2L));

        SeriesChunks chunks = chunks(new Cutter(5, 9, Reach.NONE), grid);

        assertThat(chunks.carried()).containsExactly(null, null, 7L, 7L);
        assertThat(chunks.labelled(List.of(8, 6, 5, 4)).carriedInto(5)).isEqualTo(7L);
    }
}
