/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one column holds.
 *
 * @param name as in the table
 * @param type as Spark writes it
 * @param rows rows profiled
 * @param nulls rows with NULL
 * @param nans rows with NaN
 * @param infinities rows with an infinity
 * @param distinct number of distinct values, NaN one of them and NULL none; 0 for columns of which only nulls are told
 * @param distinctExact whether that is exact; else its standard error is {@link Provenance#distinctError()}
 * @param min smallest value as text, or null of none; not NaN and no infinity; strings are ordered by their bytes in UTF-8
 * @param max largest value as text, likewise
 * @param numbers null for columns of other types
 * @param text null for columns of other types
 * @param top the most frequent values, at most 20; only values with more than one part in 1024 where there are too many to keep
 * @param topIsAll whether those are all values but NULL
 */
public record ColumnProfile(
        String name,
        String type,
        long rows,
        long nulls,
        long nans,
        long infinities,
        long distinct,
        boolean distinctExact,
        @Nullable String min,
        @Nullable String max,
        @Nullable NumberProfile numbers,
        @Nullable TextProfile text,
        List<Frequency> top,
        boolean topIsAll) {
    /** Copies the list. */
    public ColumnProfile {
        top = List.copyOf(top);
    }

    ColumnProfile withDistinct(long exact) {
        return new ColumnProfile(
                name, type, rows, nulls, nans, infinities, exact, true, min, max, numbers, text, top, topIsAll);
    }
}
