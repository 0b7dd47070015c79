/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import java.util.Arrays;

/** The middle of several figures. */
public final class Median {
    private Median() {}

    /** Returns the middle value, or the mean of the two in the middle; there is one value or more. */
    public static double of(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
