/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.detect;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.apache.datasketches.frequencies.ErrorType;
import org.apache.datasketches.frequencies.LongsSketch;
import org.jspecify.annotations.Nullable;

/**
 * The running state of a {@link KeySketch} in one task, or where the states of tasks meet.
 *
 * <p>With P partitions, a key is hot above 1/(2P) of the rows. A task's counters err by at most 3.5/(14P) = 4/(16P) of its rows, what a
 * task leaves out of its report adds 1/(16P), and the eight times larger map where reports meet adds 3.5/(112P) = 1/(32P). The sum,
 * 11/(32P), stays below 1/(2P): no hot key is lost.
 */
final class SketchBuffer {
    private static final int SLOTS_PER_PARTITION = 14;
    private static final int MIN_SLOTS = 512;
    private static final int MAX_SLOTS = 1 << 18;
    private static final int MERGED_TIMES = 8;
    private static final int UNREPORTED_PER_PARTITION = 16;
    private static final int HEADER_BYTES = 3 * Long.BYTES + Integer.BYTES;
    private static final int COUNT_BYTES = 2 * Long.BYTES;

    private final int partitions;
    private final LongsSketch own;
    private @Nullable LongsSketch merged;
    private long rows;
    private long nullRows;
    /** Rows that a key may have had in other tasks beyond what they told. */
    private long untold;

    private long runHash;
    private long runRows;

    SketchBuffer(int partitions) {
        this.partitions = partitions;
        this.own = new LongsSketch(slots(partitions));
    }

    static int slots(int partitions) {
        long wanted = Math.max(MIN_SLOTS, Math.min(MAX_SLOTS, (long) SLOTS_PER_PARTITION * partitions));
        return Integer.highestOneBit((int) wanted - 1) << 1;
    }

    /** Counts a row; rows that follow each other with one key, as in sorted files, cost one look into the map. */
    void add(long hash) {
        rows++;
        if (hash != runHash) {
            flush();
            runHash = hash;
        }
        runRows++;
    }

    void addNull() {
        rows++;
        nullRows++;
    }

    void merge(SketchBuffer other) {
        rows += other.rows;
        nullRows += other.nullRows;
        untold += other.untold;
        other.flush();
        fold(other.own);
        if (other.merged != null) {
            fold(other.merged);
        }
    }

    /** Returns what a task reports: no key that has less than its share of a hot key's rows could have. */
    byte[] report() {
        LongsSketch sketch = settled();
        long unreported = rows / partitions / UNREPORTED_PER_PARTITION;
        List<LongsSketch.Row> counts = counts(sketch).stream()
                .filter(count -> count.getLowerBound() > unreported)
                .toList();
        ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES + counts.size() * COUNT_BYTES);
        out.putLong(rows).putLong(nullRows).putLong(error(sketch) + unreported).putInt(counts.size());
        counts.forEach(count -> out.putLong(count.getItem()).putLong(count.getLowerBound()));
        return out.array();
    }

    static SketchBuffer ofReport(byte[] report, int partitions) {
        SketchBuffer buffer = new SketchBuffer(partitions);
        ByteBuffer in = ByteBuffer.wrap(report);
        buffer.rows = in.getLong();
        buffer.nullRows = in.getLong();
        buffer.untold = in.getLong();
        LongsSketch counts = buffer.mergedSketch();
        for (int left = in.getInt(); left > 0; left--) {
            counts.update(in.getLong(), in.getLong());
        }
        return buffer;
    }

    /** Returns what is known of keys that may have more than a quarter of a mean partition, half of what makes a key hot. */
    KeySketch sketch() {
        LongsSketch sketch = settled();
        long error = error(sketch);
        long unlisted = Math.max(error, KeySketch.threshold(rows, partitions) / 2);
        List<HashCount> counts = counts(sketch).stream()
                .map(count -> new HashCount(count.getItem(), count.getLowerBound(), count.getLowerBound() + error))
                .filter(count -> count.rowsAtMost() > unlisted)
                .toList();
        return new KeySketch(rows, nullRows, unlisted, counts);
    }

    private long error(LongsSketch sketch) {
        return untold + sketch.getMaximumError();
    }

    private LongsSketch settled() {
        flush();
        if (merged == null) {
            return own;
        }
        fold(own);
        own.reset();
        return merged;
    }

    private void fold(LongsSketch sketch) {
        LongsSketch target = mergedSketch();
        counts(sketch).forEach(count -> target.update(count.getItem(), count.getLowerBound()));
        untold += sketch.getMaximumError();
    }

    private LongsSketch mergedSketch() {
        if (merged == null) {
            merged = new LongsSketch(MERGED_TIMES * slots(partitions));
        }
        return merged;
    }

    private void flush() {
        if (runRows > 0) {
            own.update(runHash, runRows);
            runRows = 0;
        }
    }

    private static List<LongsSketch.Row> counts(LongsSketch sketch) {
        return Arrays.asList(sketch.getFrequentItems(ErrorType.NO_FALSE_NEGATIVES));
    }
}
