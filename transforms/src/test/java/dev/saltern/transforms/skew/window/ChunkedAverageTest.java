/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import static dev.saltern.transforms.Tables.sql;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.transforms.Frame;
import dev.saltern.transforms.InvalidTransformException;
import dev.saltern.transforms.MovingAverage;
import dev.saltern.transforms.internal.Spark;
import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.Slots;
import dev.saltern.transforms.skew.Treated;
import dev.saltern.transforms.skew.Treatment;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkedAverageTest {

    private static final SkewMode FORCED = SkewMode.force(Treatment.CHUNK);
    private static final Slots SLOTS = new Slots(2, 20);

    /** 90 rows of one series, 10 of another; the names are those that the transform would use itself. */
    private static Dataset<Row> series() {
        return sql("SELECT IF(id < 90, 'a', 'b') AS `chunk.id`, timestamp_seconds(id * 60) AS copy,"
                + " CASE WHEN id % 3 = 0 THEN 0.1D WHEN id % 7 = 0 THEN 1e16D ELSE id / 7 END AS position,"
                + " id AS chunk, id AS hash FROM range(100)");
    }

    private static MovingAverage average(String frame) {
        return new MovingAverage(List.of("chunk.id"), "copy", "position", Frame.parse(frame), "Seen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 row", "4 rows", "50 rows", "200 rows", "1m", "5m", "2h"})
    void chunksGiveTheBitsOfTheWholeAndLeaveNoTrace(String frame) {
        Dataset<Row> rows = series();
        Treated treated = new ChunkedAverage(average(frame)).apply(rows, Spreads.of(rows, "chunk.id"), FORCED, SLOTS);
        Dataset<Row> plain = average(frame).apply(rows);

        assertThat(treated.receipt().treatment()).isEqualTo(Treatment.CHUNK);
        assertThat(treated.receipt().reason()).startsWith("chunk is asked for; a is cut into 18 chunks of at most");
        assertThat(treated.rows().schema()).isEqualTo(plain.schema());
        assertThat(treated.settings()).isEmpty();
        assertThat(Spreads.bits(treated.rows())).isEqualTo(Spreads.bits(plain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4 rows", "5m"})
    void shortAndLongSeriesShareOneShuffleThatIsMadeEvenIfThereIsOneBySeries(String frame) {
        Dataset<Row> rows = series();
        KeySpread spread = Spreads.of(rows, "chunk.id");
        ChunkedAverage chunked = new ChunkedAverage(average(frame));

        assertThat(plan(chunked.apply(rows, spread, FORCED, SLOTS))).containsOnlyOnce("Exchange ");
        assertThat(plan(chunked.apply(rows.repartition(rows.col("`chunk.id`")), spread, FORCED, SLOTS)))
                .containsPattern("(?s)Exchange hashpartitioning\\(chunk.id#\\d+, chunk_#\\d+.*Exchange");
    }

    private static String plan(Treated treated) {
        return Spark.execution(treated.rows()).executedPlan().toString();
    }

    @Test
    void smallSeriesAreLeftToThePlainWindowWithoutAJob() {
        Dataset<Row> rows = series();
        Treated treated =
                new ChunkedAverage(average("4 rows")).apply(rows, Spreads.of(rows, "chunk.id"), SkewMode.auto());

        assertThat(treated.receipt().treatment()).isEqualTo(Treatment.NONE);
        assertThat(treated.receipt().reason())
                .isEqualTo("a has 90.0 % of the rows, 1.8 times an even partition; none is worth the cut");
        assertThat(treated.receipt().rowsAdded()).isZero();
        assertThat(plan(treated)).doesNotContain("Generate");
    }

    @Test
    void tableOfOneSeriesIsCut() {
        Dataset<Row> rows = series();
        MovingAverage global = new MovingAverage(List.of(), "copy", "position", Frame.parse("7 rows"), "mean");
        Treated treated = new ChunkedAverage(global).apply(rows, Spreads.of(rows, "chunk.id"), FORCED, SLOTS);

        assertThat(treated.receipt().reason()).contains("the only series is cut into 20 chunks");
        assertThat(Spreads.bits(treated.rows())).isEqualTo(Spreads.bits(global.apply(rows)));
    }

    @Test
    void orderWithoutQuantilesIsDeclined() {
        Dataset<Row> rows = series().withColumn("copy", col("copy").cast("string"));
        Treated treated =
                new ChunkedAverage(average("4 rows")).apply(rows, Spreads.of(rows, "chunk.id"), FORCED, SLOTS);

        assertThat(treated.receipt().declined())
                .containsExactly("chunk: the order column 'copy' is string, which has no quantiles to cut at");
        assertThat(Spreads.bits(treated.rows()))
                .isEqualTo(Spreads.bits(average("4 rows").apply(rows)));
    }

    @Test
    void spreadOfOtherColumnsIsDeclined() {
        Dataset<Row> rows = series();
        Treated treated = new ChunkedAverage(average("4 rows")).apply(rows, Spreads.of(rows, "hash"), FORCED, SLOTS);

        assertThat(treated.receipt().declined())
                .containsExactly("chunk: the spread is known by (hash), which does not tell the series apart");
    }

    @Test
    void wrongColumnsAreReportedAsWithoutChunks() {
        assertThatThrownBy(() -> new ChunkedAverage(average("4 rows")).apply(sql("SELECT 1 AS copy"), null, FORCED))
                .isInstanceOf(InvalidTransformException.class)
                .hasMessageContaining("Cannot average: column 'chunk.id' is not on the input");
    }
}
