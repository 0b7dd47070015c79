/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

/**
 * Two numeric columns that go together.
 *
 * @param first the one that stands first in the table
 * @param second the other
 * @param pearson in [-1, 1], rounded to four digits
 * @param rows rows where both are finite numbers
 */
public record Correlation(String first, String second, double pearson, long rows) {}
