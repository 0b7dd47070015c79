/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a column; NULL, NaN and infinities are left out, decimals and longs taken as the nearest double.
 *
 * @param mean null of no numbers
 * @param standardDeviation of the population; null of no numbers and beyond the range of double
 * @param whole whether every one of them is a whole number
 * @param quantiles at 1, 5, 25, 50, 75, 95 and 99 %, or empty of no numbers
 * @param histogram at most 20 bars of one width from the smallest to the largest, or empty of no numbers
 */
public record NumberProfile(
        @Nullable Double mean,
        @Nullable Double standardDeviation,
        boolean whole,
        List<Quantile> quantiles,
        List<Bucket> histogram) {
    /** Copies the lists. */
    public NumberProfile {
        quantiles = List.copyOf(quantiles);
        histogram = List.copyOf(histogram);
    }
}
