/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.util.List;

/**
 * How unevenly rows fall on the values of a column: the share that one task would get in a join or a grouping by it.
 *
 * @param column the column
 * @param heavy the five heaviest values, NULL one of them, the heaviest first; empty where none is kept
 */
public record Skew(String column, List<Frequency> heavy) {
    /** Copies the list. */
    public Skew {
        heavy = List.copyOf(heavy);
    }
}
