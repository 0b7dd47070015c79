/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of a series, as tasks carry them. Chunk {@code k} owns the rows from cut {@code k} up to the next, sees
 * those from its start on and those below the end of the next cut.
 *
 * @param cuts first places of the chunks but the first
 * @param starts for each cut the place from which on rows are copied into the chunk after it; never above the cut
 * @param ends for each cut the place below which rows are copied into the chunk before it; never below the cut
 * @param labels what the chunks are called in the plan, each once; one more than cuts
 * @param carried what runs into each chunk from those before it, NULL if nothing; as many as labels, or none
 */
record SeriesChunks(Borders cuts, Borders starts, Borders ends, List<Integer> labels, List<@Nullable Number> carried)
        implements Serializable {

    int count() {
        return cuts.count() + 1;
    }

    /** Returns the same chunks under other labels. */
    SeriesChunks labelled(List<Integer> others) {
        return new SeriesChunks(cuts, starts, ends, others, carried);
    }

    /** Returns the chunks that see a row: the label of its own first, then {@code -label - 1} of each other. */
    int[] seeing(double place) {
        int own = cuts.upTo(place);
        int first = ends.upTo(place);
        int last = starts.upTo(place);
        int[] seeing = new int[last - first + 1];
        seeing[0] = labels.get(own);
        int next = 1;
        for (int chunk = first; chunk <= last; chunk++) {
            if (chunk != own) {
                seeing[next++] = -labels.get(chunk) - 1;
            }
        }
        return seeing;
    }

    /** Returns what runs into the chunk of that label. */
    @Nullable
    Number carriedInto(int label) {
        return carried.get(labels.indexOf(label));
    }

    /** Makes chunks that begin at these borders of the grid. */
    static SeriesChunks of(SeriesGrid grid, List<Integer> cuts, Halo halo) {
        List<@Nullable Number> carried = new ArrayList<>();
        if (!grid.totals().isEmpty()) {
            @Nullable Number sum = null;
            int piece = 0;
            for (int chunk = 0; chunk <= cuts.size(); chunk++) {
                carried.add(sum);
                int end = chunk < cuts.size() ? cuts.get(chunk) + 1 : 0;
                for (; piece < end; piece++) {
                    sum = Running.plus(sum, grid.totals().get(piece));
                }
            }
        }
        double[] places =
                cuts.stream().mapToDouble(cut -> grid.borders().at(cut)).toArray();
        List<Integer> labels = IntStream.rangeClosed(0, cuts.size()).boxed().toList();
        return new SeriesChunks(new Borders(places), halo.starts(), halo.ends(), labels, carried);
    }
}
