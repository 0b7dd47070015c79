/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew;

import java.util.List;

/**
 * What was found about the keys of a step, what was done, and why: with the numbers that led to it.
 *
 * @param treatment what is done
 * @param reason why, with the numbers, such as {@code United Kingdom has 91.4 % of the rows, 182 times an even partition; its
 *     partners fit a broadcast}
 * @param declined what would have been done or was asked for and is not, one sentence each, with the numbers
 * @param spreads how the rows of each input spread over the keys, in the order of the inputs; an input that was not measured
 *     is not among them
 * @param rowsAdded copies of rows that the treatment makes, such as partners of salted rows or overlaps of chunks; 0 or more,
 *     an estimate
 */
public record SkewReceipt(
        Treatment treatment, String reason, List<String> declined, List<KeySpread> spreads, long rowsAdded) {
    /** Copies the lists. */
    public SkewReceipt {
        declined = List.copyOf(declined);
        spreads = List.copyOf(spreads);
    }
}
