/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Ranges of values that hold the ranks a percentile reads; the values outside need not be told apart to know it.
 *
 * <p>Floyd and Rivest, "Expected time bounds for selection", Communications of the ACM 18 (1975): only values between two
 * splitters around the wanted rank can be it. Here the splitters come from an approximate percentile, and the ranges are
 * {@value #MARGIN} splitters wider on each side than they would have to be were it exact.
 *
 * @param bounds the borders of the ranges, both included, in ascending order: low, high, low, high, ...
 */
record RankBrackets(List<Double> bounds) {

    private static final int MARGIN = 2;
    private static final double MAX_COVERED = 0.5;

    /** Copies the list. */
    RankBrackets {
        bounds = List.copyOf(bounds);
    }

    /**
     * What is known of the values of one group.
     *
     * @param numbers how many are neither NULL nor NaN, 0 or more
     * @param nans how many are NaN, 0 or more; they are greater than any number
     * @param splitters approximate percentiles of the numbers at 1/n, 2/n, ..., (n - 1)/n, where n is one more than there are
     */
    record Values(long numbers, long nans, List<Double> splitters) {
        /** Copies the list. */
        Values {
            splitters = List.copyOf(splitters);
        }
    }

    /**
     * Finds the ranges around the ranks of some percentiles.
     *
     * @param fractions percentiles in [0, 1], counted from the least value
     * @return the ranges, or empty if they would hold so many of the values that it is no gain
     */
    static Optional<RankBrackets> around(Values values, List<Double> fractions) {
        int pieces = values.splitters().size() + 1;
        TreeSet<Integer> wanted = new TreeSet<>();
        for (double fraction : fractions) {
            double position = (values.numbers() + values.nans() - 1) * fraction;
            for (double rank : new double[] {Math.floor(position), Math.ceil(position)}) {
                // A rank among the NaN needs no range: NaN is one value.
                if (rank < values.numbers()) {
                    int piece = (int) (rank / values.numbers() * pieces);
                    for (int near = piece - MARGIN; near <= piece + MARGIN; near++) {
                        wanted.add(Math.max(0, Math.min(pieces - 1, near)));
                    }
                }
            }
        }
        return wanted.size() > MAX_COVERED * pieces ? Optional.empty() : Optional.of(merged(values, wanted));
    }

    private static RankBrackets merged(Values values, TreeSet<Integer> pieces) {
        List<Double> bounds = new ArrayList<>();
        for (int piece : pieces) {
            double low =
                    piece == 0 ? Double.NEGATIVE_INFINITY : values.splitters().get(piece - 1);
            double high = piece == values.splitters().size()
                    ? Double.POSITIVE_INFINITY
                    : values.splitters().get(piece);
            if (!bounds.isEmpty() && low <= bounds.get(bounds.size() - 1)) {
                bounds.remove(bounds.size() - 1);
            } else {
                bounds.add(low);
            }
            bounds.add(high);
        }
        // Nothing wanted but NaN: a range that no more than one value is in.
        return new RankBrackets(
                bounds.isEmpty() ? List.of(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY) : bounds);
    }
}
