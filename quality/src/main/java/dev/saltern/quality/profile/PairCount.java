/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How two columns go together: Pearson's correlation over the rows where both are numbers. Each number is measured in 65536ths
 * of the standard deviation from the mean and rounded to a whole, so that the sums are exact and do not depend on the order;
 * the rounding changes a correlation by less than 0.0001. Not thread-safe.
 */
final class PairCount implements Serializable {
    private static final double UNITS = 65536;
    private static final double MAX_UNITS = Integer.MAX_VALUE;
    private static final double HIGH_UNIT = 0x1p64;

    final int first;
    final int second;
    private final WideSum products = new WideSum();
    private final WideSum firstSquares = new WideSum();
    private final WideSum secondSquares = new WideSum();
    private long count;
    private long firstSum;
    private long secondSum;

    PairCount(int first, int second) {
        this.first = first;
        this.second = second;
    }

    /** Returns a number as whole parts of the standard deviation. */
    static long units(double number, double mean, double deviation) {
        return (long) Math.rint(Math.max(-MAX_UNITS, Math.min(MAX_UNITS, (number - mean) / deviation * UNITS)));
    }

    void add(long firstUnits, long secondUnits) {
        count++;
        firstSum += firstUnits;
        secondSum += secondUnits;
        products.add(firstUnits * secondUnits);
        firstSquares.add(firstUnits * firstUnits);
        secondSquares.add(secondUnits * secondUnits);
    }

    void add(PairCount other) {
        count += other.count;
        firstSum += other.firstSum;
        secondSum += other.secondSum;
        products.add(other.products);
        firstSquares.add(other.firstSquares);
        secondSquares.add(other.secondSquares);
    }

    long count() {
        return count;
    }

    /** Returns the correlation rounded to four digits, or null where one of the two does not vary. */
    @Nullable
    Double correlation() {
        double firstSpread = firstSquares.value() - (double) firstSum * firstSum / count;
        double secondSpread = secondSquares.value() - (double) secondSum * secondSum / count;
        double common = products.value() - (double) firstSum * secondSum / count;
        double correlation = common / Math.sqrt(firstSpread) / Math.sqrt(secondSpread);
        boolean vary = count > 2 && firstSpread > 0 && secondSpread > 0 && !Double.isNaN(correlation);
        return vary ? Math.rint(Math.max(-1, Math.min(1, correlation)) * 10_000) / 10_000 : null;
    }

    /** A sum of longs in 128 bits. */
    private static final class WideSum implements Serializable {
        private long low;
        private long high;

        void add(long number) {
            add(number, number >> (Long.SIZE - 1));
        }

        void add(WideSum other) {
            add(other.low, other.high);
        }

        private void add(long otherLow, long otherHigh) {
            low += otherLow;
            high += otherHigh + (Long.compareUnsigned(low, otherLow) < 0 ? 1 : 0);
        }

        double value() {
            return high * HIGH_UNIT + (low >= 0 ? low : low + HIGH_UNIT);
        }
    }
}
