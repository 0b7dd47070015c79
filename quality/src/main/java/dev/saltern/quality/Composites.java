/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

/**
 * How rules joined by {@code and} and {@code or} are judged.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/dqdl.html#dqdl-syntax-composite-rules">How composite rules work</a>
 */
public enum Composites {
    /** Each rule on the whole table, then the outcomes are joined. */
    COLUMN,
    /** Each row on its own: the results of the rules on the row are joined. All the rules must be about single rows. */
    ROW
}
