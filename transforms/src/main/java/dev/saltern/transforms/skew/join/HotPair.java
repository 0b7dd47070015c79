/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import org.apache.spark.sql.Row;

/**
 * A key that is hot on at least one side of a join.
 *
 * @param hash {@code xxhash64} of the keys
 * @param values values of the keys
 * @param leftRows rows of the left side that have it, about
 * @param rightRows rows of the right side that have it, about
 * @param hotLeft whether its left rows are too many for one task
 * @param hotRight whether its right rows are too many for one task
 */
record HotPair(long hash, Row values, long leftRows, long rightRows, boolean hotLeft, boolean hotRight) {}
