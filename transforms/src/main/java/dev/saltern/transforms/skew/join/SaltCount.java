/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

/**
 * Into how many pieces the rows of a hot key are cut on each side; a grid if both are cut.
 *
 * @param key the key
 * @param left pieces of its left rows, each copied {@code right} times; 1 or more
 * @param right pieces of its right rows, each copied {@code left} times; 1 or more
 */
record SaltCount(HotPair key, int left, int right) {
    int cells() {
        return left * right;
    }

    long copies() {
        return key.rightRows() * (left - 1) + key.leftRows() * (right - 1);
    }
}
