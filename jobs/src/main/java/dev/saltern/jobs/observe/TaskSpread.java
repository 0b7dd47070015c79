/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.observe;

import java.util.Collection;
import java.util.List;

/**
 * How long the tasks of a stage took, in milliseconds, as a box plot shows it.
 *
 * @param tasks how many there were
 * @param least the shortest
 * @param lower the first quartile
 * @param median the median
 * @param upper the third quartile
 * @param most the longest
 */
public record TaskSpread(int tasks, long least, long lower, long median, long upper, long most) {
    /** Returns the spread of these durations; all zero if there are none. */
    public static TaskSpread of(Collection<Long> millis) {
        List<Long> sorted = millis.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return new TaskSpread(0, 0, 0, 0, 0, 0);
        }
        return new TaskSpread(
                sorted.size(),
                sorted.get(0),
                quantile(sorted, 0.25),
                quantile(sorted, 0.5),
                quantile(sorted, 0.75),
                sorted.get(sorted.size() - 1));
    }

    /** Returns the longest over the median, 1 or more. */
    public double heaviestOverMedian() {
        return (double) most / Math.max(1, median);
    }

    private static long quantile(List<Long> sorted, double share) {
        return sorted.get((int) (share * sorted.size()));
    }
}
