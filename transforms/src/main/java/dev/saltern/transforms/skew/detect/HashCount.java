/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.detect;

/**
 * Bounds on the number of rows whose key has this hash.
 *
 * @param hash {@link KeyHash} of the key
 * @param rowsAtLeast rows that surely have it, 0 or more
 * @param rowsAtMost rows that may have it, {@code rowsAtLeast} or more
 */
public record HashCount(long hash, long rowsAtLeast, long rowsAtMost) {}
