/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The smallest of the hashes of the values seen, from which follows how many distinct ones there are: exactly up to
 * {@value #KEPT} of them, and with a relative standard error of 1.6 % beyond. The same in whatever order the values come.
 * Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1145/1247480.1247504">Beyer and others: On synopses for distinct-value estimation under
 *     multiset operations, the unbiased estimator</a>
 */
final class SmallestHashes implements Serializable {
    static final int KEPT = 4096;

    /** Standard error of the estimate as a share of it. */
    static final double STANDARD_ERROR = 1 / Math.sqrt(KEPT - 2);

    private static final double HASHES = 0x1p64;

    /** Hashes in unsigned order up to {@code sorted}, then unsorted ones; flipped so that signed order is unsigned. */
    private long[] hashes = new long[16];

    private int size;
    private long limit = Long.MAX_VALUE;

    void add(long hash) {
        addFlipped(hash ^ Long.MIN_VALUE);
    }

    void add(SmallestHashes other) {
        other.tidy();
        for (int i = 0; i < other.size; i++) {
            addFlipped(other.hashes[i]);
        }
    }

    /** Returns whether the estimate is the number of distinct hashes. */
    boolean exact() {
        tidy();
        return size < KEPT;
    }

    /** Returns about how many distinct values there were. */
    long estimate() {
        if (exact()) {
            return size;
        }
        double share = (hashes[KEPT - 1] - (double) Long.MIN_VALUE) / HASHES;
        return Math.round((KEPT - 1) / share);
    }

    private void addFlipped(long hash) {
        if (hash > limit) {
            return;
        }
        if (size == hashes.length) {
            tidy();
            if (size > hashes.length / 2) {
                hashes = Arrays.copyOf(hashes, hashes.length * 2);
            }
        }
        if (hash <= limit) {
            hashes[size++] = hash;
        }
    }

    private void tidy() {
        Arrays.sort(hashes, 0, size);
        int distinct = 0;
        for (int i = 0; i < size && distinct < KEPT; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                hashes[distinct++] = hashes[i];
            }
        }
        size = distinct;
        if (size == KEPT) {
            limit = hashes[KEPT - 1];
        }
    }
}
