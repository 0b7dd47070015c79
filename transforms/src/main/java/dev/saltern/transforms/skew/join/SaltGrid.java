/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The salts of one key. A row of one side picks one of that side's choices by its content and is copied to each salt in
 * it; any left choice and any right choice share exactly one salt, so that each pair of rows meets exactly once.
 *
 * @param hash {@code xxhash64} of the key
 * @param left choices of the left rows
 * @param right choices of the right rows
 */
record SaltGrid(long hash, List<List<Integer>> left, List<List<Integer>> right) {
    /** Copies the lists. */
    SaltGrid {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /** Lays salts out in rows and columns. */
    static SaltGrid of(SaltCount count, List<Integer> salts) {
        List<List<Integer>> left = IntStream.range(0, count.left())
                .mapToObj(row -> salts.subList(row * count.right(), (row + 1) * count.right()))
                .map(List::copyOf)
                .toList();
        List<List<Integer>> right = IntStream.range(0, count.right())
                .mapToObj(column -> left.stream().map(row -> row.get(column)).toList())
                .toList();
        return new SaltGrid(count.key().hash(), left, right);
    }
}
