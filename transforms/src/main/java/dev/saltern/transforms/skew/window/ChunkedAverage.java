/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import dev.saltern.transforms.Frame;
import dev.saltern.transforms.Input;
import dev.saltern.transforms.InvalidTransformException;
import dev.saltern.transforms.MovingAverage;
import dev.saltern.transforms.Problems;
import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.Slots;
import dev.saltern.transforms.skew.Treated;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * Computes a moving average with its long series cut into chunks, each by its own task.
 *
 * @param average what to compute
 */
public record ChunkedAverage(MovingAverage average) {
    /**
     * Describes the table with the average: the columns, types and rows of {@link MovingAverage#apply}, to the last bit.
     *
     * <p>If series are cut, two jobs look at their rows first (the columns of series and order alone), and the result
     * has one shuffle, by series and chunk, that the short series share; a row within the frame of the next chunk is
     * copied into it, and the copy is dropped after the window. Output partitioning: by series and chunk, none that a
     * later step could use. Rows whose order is NULL stay in the first chunk. A series told apart by a {@code FLOAT}
     * or {@code DOUBLE} is shuffled twice.
     *
     * <p>Deterministic as the moving average is, as long as each read of {@code rows} gives the same rows: cuts are
     * found in one read and used in another.
     *
     * @param rows the columns the average names and any others
     * @param spread how the rows spread over the series; null if not measured, and nothing is cut then
     * @param mode who decides
     * @return the table and a receipt that says which series were cut and which were not, and why
     * @throws InvalidTransformException as the moving average does
     */
    public Treated apply(Dataset<Row> rows, @Nullable KeySpread spread, SkewMode mode) {
        return apply(rows, spread, mode, Slots.of(rows.sparkSession()));
    }

    Treated apply(Dataset<Row> rows, @Nullable KeySpread spread, SkewMode mode, Slots slots) {
        Dataset<Row> plain = average.apply(rows);
        Input input = new Input(rows, "input");
        Problems problems = new Problems("average");
        List<String> series = problems.requireKeys(input, average.by());
        StructField order = problems.require(input, average.order()).orElseThrow();
        Chunking.Need need = new Chunking.Need(reach(average.frame()), null, null);
        Chunking.Outcome outcome = new Chunking(rows, series, order, need, average.as()).cut(spread, mode, slots);
        Chunked chunked = outcome.chunked();
        Dataset<Row> result = chunked == null ? plain : chunked.whole(averaged(chunked, series));
        return new Treated(result, Map.of(), outcome.receipt());
    }

    /** The two columns more do not change the order of ties: rows of one time and chunk have the same values there. */
    private Dataset<Row> averaged(Chunked chunked, List<String> series) {
        List<String> by =
                Stream.concat(series.stream(), Stream.of(chunked.chunk())).toList();
        MovingAverage perChunk = new MovingAverage(by, average.order(), average.value(), average.frame(), average.as());
        // Spark would be content with a shuffle by series that is there already, and all chunks would stay together.
        Column[] keys = by.stream().map(Input::column).toArray(Column[]::new);
        return perChunk.apply(chunked.rows().repartition(keys));
    }

    private static Reach reach(Frame frame) {
        return frame instanceof Frame.Rows rows
                ? Reach.rows(rows.count() - 1L, 0)
                : Reach.range(((Frame.Time) frame).width().toNanos() / 1_000 - 1, 0);
    }
}
