/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

/**
 * How far beyond its own rows a chunk has to see.
 *
 * @param inRows whether the lengths are numbers of rows; else they are distances of {@link Place}
 * @param before length before the first row of the chunk, 0 or more
 * @param after length after the last row of the chunk, 0 or more
 */
record Reach(boolean inRows, long before, long after) {
    static final Reach NONE = rows(0, 0);

    static Reach rows(long before, long after) {
        return new Reach(true, before, after);
    }

    static Reach range(long before, long after) {
        return new Reach(false, before, after);
    }

    /** Returns the rows that a chunk needs from its neighbours; 0 if only counting can tell. */
    long rows() {
        return inRows ? before + after : 0;
    }
}
