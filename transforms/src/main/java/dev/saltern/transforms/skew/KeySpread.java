/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew;

import java.util.List;

/**
 * How the rows of a table spread over the values of some columns.
 *
 * @param keys names of the columns
 * @param rows number of rows, those with a NULL key included
 * @param nullRows number of rows in which a key column is NULL; no hot key stands for them
 * @param hot the hot keys, the heaviest first; no key with more rows than was asked for is missing, at most 1,000
 */
public record KeySpread(List<String> keys, long rows, long nullRows, List<HotKey> hot) {
    /** Copies the lists. */
    public KeySpread {
        keys = List.copyOf(keys);
        hot = List.copyOf(hot);
    }

    /** Returns the share of all rows that the heaviest key has at least, in [0, 1]; 0 without a hot key. */
    public double heaviestShare() {
        return hot.isEmpty() ? 0 : share(hot.get(0));
    }

    /** Returns the share of all rows that the key has at least, in [0, 1]. */
    public double share(HotKey key) {
        return rows == 0 ? 0 : (double) key.rowsAtLeast() / rows;
    }

    /** Returns the share of all rows that have a NULL key, in [0, 1]. */
    public double nullShare() {
        return rows == 0 ? 0 : (double) nullRows / rows;
    }
}
