/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.Slots;
import dev.saltern.transforms.skew.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the series to cut, from numbers alone.
 *
 * @param slots what the query runs on
 * @param reachRows rows that a chunk needs from its neighbours, 0 or more; 0 if unknown
 */
record ChunkLadder(Slots slots, long reachRows) {
    /** Rows below which a series is never cut: one task gets through them in about the time of the two extra jobs. */
    static final long MIN_SERIES_ROWS = 250_000;
    /** Rows below which no chunk is made; a task has the short series of its partition besides. */
    static final long MIN_CHUNK_ROWS = 25_000;
    /** Times that a chunk must be as long as the rows it needs from its neighbours. */
    static final long FRAMES_PER_CHUNK = 10;
    /** Even partitions that a series must fill. */
    static final long MIN_PARTITIONS = 2;
    /** Largest share of a series that may be copied into neighbours. */
    static final double MAX_COPIED = 0.25;
    /** {@code xxhash64} of one NULL: its seed. */
    static final long HASH_OF_NULL = 42;

    /**
     * Chooses: nothing, or, where a series is longer than two even partitions, the even share of a slot and {@link #MIN_SERIES_ROWS}, to cut
     * that one and every other that is longer than an even partition.
     *
     * @param mode who decides; a forced {@code CHUNK} cuts every hot series, however short
     * @param spread rows per series; null if not measured
     * @param isMeasuredBySeries whether the columns of the spread are those that tell series apart
     * @param refusal why the function cannot be computed in chunks; null if it can
     */
    ChunkChoice choose(
            SkewMode mode, @Nullable KeySpread spread, boolean isMeasuredBySeries, @Nullable String refusal) {
        if (mode instanceof SkewMode.Off) {
            return ChunkChoice.none("skew is off", List.of());
        }
        boolean isForced = mode instanceof SkewMode.Force;
        if (mode instanceof SkewMode.Force force && force.treatment() != Treatment.CHUNK) {
            List<String> declined = force.treatment() == Treatment.NONE
                    ? List.of()
                    : List.of(force.treatment().label() + " is asked for, and a window can only be cut into chunks");
            return ChunkChoice.none("the plain window is asked for", declined);
        }
        if (spread == null) {
            return ChunkChoice.none("the series were not measured", List.of("chunk: no spread of the series is known"));
        }
        if (!isMeasuredBySeries) {
            String other = "chunk: the spread is known by (" + String.join(", ", spread.keys())
                    + "), which does not tell the series apart";
            return ChunkChoice.none("the series were not measured", List.of(other));
        }
        List<Series> hot = hot(spread);
        if (refusal != null && !hot.isEmpty()) {
            return ChunkChoice.none("the function needs its whole series", List.of("chunk: " + refusal));
        }
        return isForced ? forced(spread, hot) : measured(spread, hot);
    }

    /** The heaviest first; with one column the NULL series too, which no hot key stands for. */
    private static List<Series> hot(KeySpread spread) {
        if (spread.keys().isEmpty()) {
            return spread.rows() == 0
                    ? List.of()
                    : List.of(new Series(0, spread.rows(), "the only series", RowFactory.create()));
        }
        Stream<Series> keys =
                spread.hot().stream().map(key -> new Series(key.hash(), key.rowsAtLeast(), key.text(), key.values()));
        Stream<Series> nulls = spread.keys().size() == 1 && spread.nullRows() > 0
                ? Stream.of(new Series(HASH_OF_NULL, spread.nullRows(), "NULL", RowFactory.create(new Object[] {null})))
                : Stream.of();
        return Stream.concat(keys, nulls)
                .sorted((one, other) -> Long.compare(other.rows(), one.rows()))
                .toList();
    }

    private ChunkChoice forced(KeySpread spread, List<Series> hot) {
        List<Series> cut = hot.stream().filter(series -> series.rows() > 1).toList();
        if (cut.isEmpty()) {
            return ChunkChoice.none("no series is hot", List.of("chunk is asked for, and no series is hot"));
        }
        long chunkRows = slots.meanPartition(spread.rows());
        return new ChunkChoice(cut, chunkRows, Double.POSITIVE_INFINITY, "chunk is asked for", List.of());
    }

    private ChunkChoice measured(KeySpread spread, List<Series> hot) {
        if (hot.isEmpty()) {
            return ChunkChoice.none("no series is hot", List.of());
        }
        Series heaviest = hot.get(0);
        long mean = slots.meanPartition(spread.rows());
        long gate = Math.max(MIN_SERIES_ROWS, Math.max(MIN_PARTITIONS * mean, spread.rows() / slots.slots()));
        long leastRows = Math.max(MIN_CHUNK_ROWS, FRAMES_PER_CHUNK * reachRows);
        // The extra jobs are paid for once: where the longest series is worth them, so is each that is longer than the
        // rest of a task.
        long least = heaviest.rows() > gate ? mean : gate;
        List<Series> cut = new ArrayList<>();
        List<String> declined = new ArrayList<>();
        for (Series series : hot) {
            if (series.rows() > least && series.rows() >= 2 * leastRows) {
                cut.add(series);
            } else if (series.rows() > MIN_PARTITIONS * mean) {
                declined.add(tooShort(series, gate, leastRows));
            }
        }
        String found = found(heaviest, spread.rows(), mean);
        long chunkRows = Math.max(leastRows, evenShare(cut));
        String reason = cut.isEmpty() ? found + "; none is worth the cut" : found;
        return new ChunkChoice(cut, chunkRows, MAX_COPIED, reason, declined);
    }

    /** Rows of a chunk if the long series take the same part of each partition; the short ones lie beside them. */
    private long evenShare(List<Series> cut) {
        return slots.meanPartition(cut.stream().mapToLong(Series::rows).sum());
    }

    private String tooShort(Series series, long gate, long chunkRows) {
        return series.rows() <= gate
                ? text("chunk %s: its %,d rows are not more than %,d", series.text(), series.rows(), gate)
                : text(
                        "chunk %s: its %,d rows are not two chunks of %,d, which a reach of %,d rows asks for",
                        series.text(), series.rows(), chunkRows, reachRows);
    }

    private static String found(Series heaviest, long rows, long mean) {
        return text(
                "%s has %.1f %% of the rows, %.1f times an even partition",
                heaviest.text(), 100.0 * heaviest.rows() / rows, (double) heaviest.rows() / mean);
    }

    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
