/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies where in a series: many more borders than chunks will be made, and exact counts between them.
 *
 * @param borders ascending, none twice
 * @param rows number of rows of each piece: below the first border, from each border up to the next, from the last on
 * @param totals what each piece adds to a running value, in the same order: NULL if nothing; empty if no value runs
 */
record SeriesGrid(Borders borders, List<Long> rows, List<@Nullable Number> totals) {
    /** Copies the lists. */
    SeriesGrid {
        rows = List.copyOf(rows);
        totals = Collections.unmodifiableList(new ArrayList<>(totals));
    }

    long allRows() {
        return rows.stream().mapToLong(Long::longValue).sum();
    }
}
