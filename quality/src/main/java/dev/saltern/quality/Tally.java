/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

/**
 * What was counted for one rule.
 *
 * @param bad number of rows that break it
 * @param judged number of rows inside its {@code where}
 */
record Tally(long bad, long judged) {}
