/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import java.util.List;

/**
 * Where the copies of each cut begin and end.
 *
 * @param starts for each cut the place from which on rows are copied forward
 * @param ends for each cut the place below which rows are copied back
 * @param rows number of copies at most
 */
record Halo(Borders starts, Borders ends, long rows) {
    /**
     * Finds the copies that a reach asks for. For a reach of rows a start is the nearest border of the grid with at
     * least as many rows between it and the cut, by exact count, so that a chunk sees at least the rows it needs and
     * they follow each other without a gap.
     *
     * @param cuts indices of borders of the grid, ascending
     */
    static Halo of(SeriesGrid grid, List<Integer> cuts, Reach reach) {
        double[] starts = new double[cuts.size()];
        double[] ends = new double[cuts.size()];
        for (int i = 0; i < starts.length; i++) {
            int cut = cuts.get(i);
            starts[i] = reach.inRows()
                    ? startOf(grid, cut, reach.before())
                    : grid.borders().at(cut) - reach.before() - margin(grid, cut, reach.before());
            ends[i] = reach.inRows()
                    ? endOf(grid, cut, reach.after())
                    : grid.borders().at(cut) + reach.after() + margin(grid, cut, reach.after());
        }
        // Rounding must not put a later start below an earlier one, or the search among them fails.
        for (int i = 1; i < starts.length; i++) {
            ends[i] = Math.max(ends[i], ends[i - 1]);
        }
        for (int i = starts.length - 2; i >= 0; i--) {
            starts[i] = Math.min(starts[i], starts[i + 1]);
        }
        return new Halo(new Borders(starts), new Borders(ends), rows(grid, cuts, starts, ends));
    }

    private static double startOf(SeriesGrid grid, int cut, long wanted) {
        int start = cut;
        for (long found = 0; found < wanted; start--) {
            if (start == 0) {
                return Double.NEGATIVE_INFINITY;
            }
            found += grid.rows().get(start);
        }
        return grid.borders().at(start);
    }

    private static double endOf(SeriesGrid grid, int cut, long wanted) {
        int end = cut;
        for (long found = 0; found < wanted; end++) {
            if (end == grid.borders().count() - 1) {
                return Double.POSITIVE_INFINITY;
            }
            found += grid.rows().get(end + 1);
        }
        return grid.borders().at(end);
    }

    /** Places are rounded to the nearest double: one more step on either side takes in all that may be in reach. */
    private static double margin(SeriesGrid grid, int cut, long length) {
        return length == 0 ? 0 : 4 * Math.max(Math.ulp(grid.borders().at(cut)), Math.ulp((double) length));
    }

    private static long rows(SeriesGrid grid, List<Integer> cuts, double[] starts, double[] ends) {
        long[] before = new long[grid.rows().size() + 1];
        for (int piece = 0; piece < grid.rows().size(); piece++) {
            before[piece + 1] = before[piece] + grid.rows().get(piece);
        }
        long rows = 0;
        for (int i = 0; i < starts.length; i++) {
            long own = before[cuts.get(i) + 1];
            rows += own - before[Math.min(cuts.get(i) + 1, grid.borders().upTo(starts[i]))];
            int last =
                    ends[i] > grid.borders().at(cuts.get(i)) ? piecesBelow(grid.borders(), ends[i]) : cuts.get(i) + 1;
            rows += before[last] - own;
        }
        return rows;
    }

    /** Returns how many pieces have rows below the place. */
    private static int piecesBelow(Borders borders, double place) {
        int pieces = borders.upTo(place);
        return pieces > 0 && borders.at(pieces - 1) == place ? pieces : pieces + 1;
    }
}
