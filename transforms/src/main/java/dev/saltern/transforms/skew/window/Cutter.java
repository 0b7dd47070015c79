/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts series at borders of their grids.
 *
 * @param chunkRows rows that a chunk is to have, 1 or more; doubled while too many rows would be copied, and at
 *     most half a series when forced
 * @param maxCopied largest share of a series that may be copied; infinite: whatever it takes
 * @param reach how far a chunk has to see
 */
record Cutter(long chunkRows, double maxCopied, Reach reach) {
    /** Share of a series beyond which its largest chunk makes the cut useless. */
    static final double MAX_CHUNK = 0.75;

    /**
     * What became of a series.
     *
     * @param chunks the chunks; null if it is not cut
     * @param rows rows of each chunk without copies; empty if it is not cut
     * @param copied number of copies at most
     * @param text what was done, or why nothing was, with the numbers
     */
    record Cut(@Nullable SeriesChunks chunks, List<Long> rows, long copied, String text) {
        /** Copies the list. */
        Cut {
            rows = List.copyOf(rows);
        }
    }

    /** Cuts a series, unless that gains nothing; all rows of one place stay in one chunk. */
    Cut cut(Series series, SeriesGrid grid) {
        long all = grid.allRows();
        long copied = 0;
        long first = isForced() ? Math.max(1, Math.min(chunkRows, all / 2)) : chunkRows;
        for (long size = first; size <= all; size *= 2) {
            List<Integer> cuts = cuts(grid, all, size);
            List<Long> rows = rows(grid, cuts);
            long largest = rows.stream().mapToLong(Long::longValue).max().orElse(0);
            if (cuts.isEmpty() || (!isForced() && largest > MAX_CHUNK * all)) {
                return cuts.isEmpty() && copied > 0
                        ? refused(series, "%,d of its %,d rows would be copied into neighbours", copied, all)
                        : refused(series, "%,d of its %,d rows lie too close together to be cut", largest, all);
            }
            Halo halo = Halo.of(grid, cuts, reach);
            copied = halo.rows();
            if (copied <= maxCopied * all) {
                String text = ChunkLadder.text(
                        "%s is cut into %,d chunks of at most %,d rows, with %,d copied",
                        series.text(), rows.size(), largest, copied);
                return new Cut(SeriesChunks.of(grid, cuts, halo), rows, copied, text);
            }
        }
        return copied > 0
                ? refused(series, "%,d of its %,d rows would be copied into neighbours", copied, all)
                : refused(series, "a chunk is to have %,d rows, and it has %,d", chunkRows, all);
    }

    private boolean isForced() {
        return Double.isInfinite(maxCopied);
    }

    private static Cut refused(Series series, String reason, long number, long all) {
        String text = ChunkLadder.text("chunk %s: " + reason, series.text(), number, all);
        return new Cut(null, List.of(), 0, text);
    }

    /** Closes a chunk where it comes nearest to the even size; leaves at least half of that for the last one unless forced. */
    private List<Integer> cuts(SeriesGrid grid, long all, long size) {
        long even = Math.max(1, all / Math.max(1, Math.round((double) all / size)));
        long leastLeft = isForced() ? 1 : Math.max(1, even / 2);
        List<Integer> cuts = new ArrayList<>();
        long chunk = grid.rows().get(0);
        long left = all - chunk;
        for (int border = 0; border < grid.borders().count(); border++) {
            long next = grid.rows().get(border + 1);
            if (chunk > 0 && chunk + next / 2 >= even && left >= leastLeft) {
                cuts.add(border);
                chunk = 0;
            }
            chunk += next;
            left -= next;
        }
        return cuts;
    }

    private static List<Long> rows(SeriesGrid grid, List<Integer> cuts) {
        List<Long> rows = new ArrayList<>();
        int piece = 0;
        for (int chunk = 0; chunk <= cuts.size(); chunk++) {
            int end = chunk < cuts.size() ? cuts.get(chunk) + 1 : grid.rows().size();
            rows.add(grid.rows().subList(piece, end).stream()
                    .mapToLong(Long::longValue)
                    .sum());
            piece = end;
        }
        return rows;
    }
}
