/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The keys that are hot on either side, with the rows that they have on both.
 *
 * @param keys the keys, the one with most rows first
 * @param leftRows all rows of the left side
 * @param rightRows all rows of the right side
 */
record HotPairs(List<HotPair> keys, long leftRows, long rightRows) {
    /** Copies the list. */
    HotPairs {
        keys = List.copyOf(keys);
    }

    /** Returns how many keys there are, as people write it. */
    String count() {
        return keys.size() == 1 ? "1 hot key" : keys.size() + " hot keys";
    }

    /** Adds up the hot rows of one side. */
    long sum(ToLongFunction<HotPair> rows) {
        return keys.stream().mapToLong(rows).sum();
    }

    boolean hasHotRight() {
        return keys.stream().anyMatch(HotPair::hotRight);
    }

    boolean hasHotLeft() {
        return keys.stream().anyMatch(HotPair::hotLeft);
    }
}
