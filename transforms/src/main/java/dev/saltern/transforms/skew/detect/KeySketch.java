/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.detect;

import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.Slots;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * How many rows the heaviest keys have, within bounds, after one pass over the rows. Immutable.
 *
 * @param rows number of rows, those with a NULL key included
 * @param nullRows number of rows in which a key column is NULL
 * @param unlistedAtMost rows that a key which is not listed may have, 0 or more
 * @param counts the hashes of the heavy keys, those with most rows first, equal ones by hash
 */
public record KeySketch(long rows, long nullRows, long unlistedAtMost, List<HashCount> counts) {
    /** No row at all. */
    public static final KeySketch EMPTY = new KeySketch(0, 0, 0, List.of());

    private static final int HEADER_BYTES = 3 * Long.BYTES + Integer.BYTES;
    private static final int COUNT_BYTES = 3 * Long.BYTES;

    /** Copies the list, sorted. */
    public KeySketch {
        counts = counts.stream()
                .sorted(Comparator.comparingLong(HashCount::rowsAtLeast)
                        .reversed()
                        .thenComparingLong(HashCount::hash))
                .toList();
    }

    /** Returns the aggregate of {@link #column(List, StructType, Slots, Column)} over all rows. */
    public static Column column(List<String> keys, StructType schema, Slots slots) {
        return column(keys, schema, slots, functions.lit(true));
    }

    /**
     * Returns an aggregate that makes the bytes of a sketch, for {@code agg} or for {@code Dataset.observe}: {@code BINARY}, never
     * NULL. Several of them can share a pass.
     *
     * <p>Observed in the stage that writes or collects, each row is counted once, however often its task is retried; in a stage before a
     * shuffle, a stage that is repeated counts twice. The bounds depend on how the rows lie in partitions, the rows and the NULL rows
     * do not. A task holds at most 1 MB for it up to 4,000 partitions and sends at most 24 bytes for 16 keys of a partition of the shuffle,
     * mostly far less. Unlike a filter of the aggregate, which {@code observe} ignores, {@code counted} is heeded by both.
     *
     * <p>Algorithm: Misra-Gries counters, as {@code LongsSketch} of DataSketches keeps them.
     *
     * @param keys names of key columns, as {@link KeyHash#of} takes them
     * @param schema of the rows
     * @param slots sets how fine the sketch is: keys above half a mean partition are listed
     * @param counted {@code BOOLEAN}; rows where it is not true are left out, also from {@code rows}
     * @see <a href="https://arxiv.org/abs/1705.07001">Anderson et al., A High-Performance Algorithm for Identifying Frequent Items in
     *     Data Streams, 2017</a>
     */
    public static Column column(List<String> keys, StructType schema, Slots slots, Column counted) {
        return SketchAggregate.of(KeyHash.of(keys, schema), counted, slots.partitions());
    }

    /** Reads what {@link #toBytes} or the aggregate made. */
    public static KeySketch of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        long rows = in.getLong();
        long nullRows = in.getLong();
        long unlisted = in.getLong();
        int size = in.getInt();
        List<HashCount> counts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            counts.add(new HashCount(in.getLong(), in.getLong(), in.getLong()));
        }
        return new KeySketch(rows, nullRows, unlisted, counts);
    }

    /** Returns the sketch as bytes. */
    public byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES + counts.size() * COUNT_BYTES);
        out.putLong(rows).putLong(nullRows).putLong(unlistedAtMost).putInt(counts.size());
        for (HashCount count : counts) {
            out.putLong(count.hash()).putLong(count.rowsAtLeast()).putLong(count.rowsAtMost());
        }
        return out.array();
    }

    /** Returns the sketch of the rows of both, of the same keys; the order does not matter. */
    public KeySketch merge(KeySketch other) {
        Map<Long, HashCount> mine = byHash();
        Map<Long, HashCount> theirs = other.byHash();
        List<HashCount> merged = new ArrayList<>();
        for (HashCount count : counts) {
            merged.add(sum(count, theirs.getOrDefault(count.hash(), new HashCount(0, 0, other.unlistedAtMost))));
        }
        for (HashCount count : other.counts) {
            if (!mine.containsKey(count.hash())) {
                merged.add(sum(count, new HashCount(0, 0, unlistedAtMost)));
            }
        }
        return new KeySketch(
                rows + other.rows, nullRows + other.nullRows, unlistedAtMost + other.unlistedAtMost, merged);
    }

    /**
     * Returns the hashes that may have more than half a mean partition of rows, and more than one row; those with most rows first. None is
     * missing, unless the sketch was made for fewer partitions: then none with more than {@link #unlistedAtMost} rows.
     */
    public List<HashCount> hot(Slots slots) {
        long threshold = threshold(rows, slots.partitions());
        return counts.stream().filter(count -> count.rowsAtMost() > threshold).toList();
    }

    /**
     * Finds the values of the hot keys and counts their rows: one job over the key columns, and none if nothing is hot.
     *
     * @param data the rows that the sketch was made of
     * @param keys the key columns that it was made of, in the same order
     * @return the spread, with the exact rows of each hot key; at most 1,000, the heaviest
     */
    public KeySpread spread(Dataset<Row> data, List<String> keys, Slots slots) {
        List<HashCount> candidates = hot(slots);
        if (candidates.isEmpty()) {
            return new KeySpread(keys, rows, nullRows, List.of());
        }
        return new KeySpread(
                keys, rows, nullRows, HotKeyLookup.find(data, keys, candidates, threshold(rows, slots.partitions())));
    }

    /** The rows that a hot key has more of. */
    static long threshold(long rows, int partitions) {
        return Math.max(1, rows / partitions / 2);
    }

    private Map<Long, HashCount> byHash() {
        Map<Long, HashCount> byHash = new HashMap<>();
        counts.forEach(count -> byHash.put(count.hash(), count));
        return byHash;
    }

    private static HashCount sum(HashCount one, HashCount other) {
        return new HashCount(
                one.hash(), one.rowsAtLeast() + other.rowsAtLeast(), one.rowsAtMost() + other.rowsAtMost());
    }
}
