/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import org.apache.spark.sql.Row;

/**
 * A series long enough to be cut.
 *
 * @param hash {@code xxhash64} of the columns that tell series apart; another series of the same hash is cut at the same
 *     places, which changes no answer
 * @param rows number of its rows at least
 * @param text its values, as people write them
 * @param values the values of the columns that tell series apart, in the order of the spread
 */
record Series(long hash, long rows, String text, Row values) {}
