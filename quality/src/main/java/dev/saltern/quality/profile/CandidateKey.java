/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.util.List;

/**
 * Columns that were verified on every row, exactly.
 *
 * @param columns one column or several
 * @param distinct number of distinct combinations, NULL taken as a value
 * @param unique whether no two rows have the same
 * @param complete whether none of the columns holds NULL
 */
public record CandidateKey(List<String> columns, long distinct, boolean unique, boolean complete) {
    /** Copies the list. */
    public CandidateKey {
        columns = List.copyOf(columns);
    }
}
