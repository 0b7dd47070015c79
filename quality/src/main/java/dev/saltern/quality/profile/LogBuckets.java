/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Counts of finite numbers by the logarithm of their distance to zero: quantiles with a bounded relative error, the same in
 * whatever order the numbers come. At most 12 MB, for numbers from 1e-308 to 1e308; a few kilobytes for most columns.
 * Not thread-safe.
 *
 * @see <a href="https://arxiv.org/abs/1908.10693">Masson, Rim, Lee: DDSketch, a fast and fully-mergeable quantile sketch</a>
 */
final class LogBuckets implements Serializable {
    /** The most that a quantile differs from the number of that rank, as a share of it. */
    static final double RELATIVE_ERROR = 0.001;

    private static final double GAMMA = (1 + RELATIVE_ERROR) / (1 - RELATIVE_ERROR);
    private static final double LOG_GAMMA = StrictMath.log(GAMMA);

    private final Side positive = new Side();
    private final Side negative = new Side();
    private long zeros;

    void add(double number) {
        if (number == 0) {
            zeros++;
        } else {
            (number > 0 ? positive : negative)
                    .add((int) StrictMath.ceil(StrictMath.log(Math.abs(number)) / LOG_GAMMA), 1);
        }
    }

    void add(LogBuckets other) {
        zeros += other.zeros;
        positive.add(other.positive);
        negative.add(other.negative);
    }

    /** Returns about the number that has so many numbers at or below it, itself counted. */
    double atRank(long rank) {
        long left = rank;
        for (int i = negative.counts.length - 1; i >= 0; i--) {
            left -= negative.counts[i];
            if (left <= 0) {
                return -value(negative.first + i);
            }
        }
        left -= zeros;
        if (left <= 0) {
            return 0;
        }
        for (int i = 0; i < positive.counts.length; i++) {
            left -= positive.counts[i];
            if (left <= 0) {
                return value(positive.first + i);
            }
        }
        throw new IllegalArgumentException("Cannot find rank " + rank + ": there are fewer numbers");
    }

    private static double value(int bucket) {
        return 2 * StrictMath.exp(bucket * LOG_GAMMA) / (GAMMA + 1);
    }

    /** The numbers on one side of zero: a run of buckets that grows at either end. */
    private static final class Side implements Serializable {
        private long[] counts = {};
        private int first;

        void add(int bucket, long count) {
            if (counts.length == 0) {
                counts = new long[1];
                first = bucket;
            } else if (bucket < first) {
                long[] wider = new long[counts.length + first - bucket];
                System.arraycopy(counts, 0, wider, first - bucket, counts.length);
                counts = wider;
                first = bucket;
            } else if (bucket >= first + counts.length) {
                counts = Arrays.copyOf(counts, bucket - first + 1);
            }
            counts[bucket - first] += count;
        }

        void add(Side other) {
            for (int i = 0; i < other.counts.length; i++) {
                if (other.counts[i] > 0) {
                    add(other.first + i, other.counts[i]);
                }
            }
        }
    }
}
