/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.aggregate;

/**
 * Where two stages begin to pay.
 *
 * @param minRows rows of a group below which one task takes it soon enough, 1 or more
 * @param maxCells distinct values of a group that one task can merge the counts of in about a tenth of a second, 1 or more
 * @param alongShare share of the rows in (0, 1] from which the cold groups go along with the hot ones instead of being read
 *     apart
 * @param splitters values that cut a group of nearly distinct values into pieces of about the same size, 2 or more
 */
record Limits(long minRows, long maxCells, double alongShare, int splitters) {
    /**
     * A quarter of a million rows (up to half a second for an exact percentile of nearly distinct values on one task), a
     * hundred thousand values, 80 % and 256 pieces.
     */
    static final Limits DEFAULT = new Limits(250_000, 100_000, 0.8, 256);
}
