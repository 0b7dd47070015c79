/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.join;

import dev.saltern.transforms.skew.HotKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the choice of a treatment has to know of one side.
 *
 * @param name {@code left} or {@code right}, as the user has the sides
 * @param rows all rows, 0 if not measured
 * @param nullRows rows with a NULL key
 * @param rowBytes bytes of a row in memory, an estimate, 1 or more
 * @param hot hot keys, the heaviest first
 * @param refusal why adaptive execution would not split the side's shuffle, null if it would
 */
record Facts(
        String name,
        long rows,
        long nullRows,
        long rowBytes,
        List<HotKey> hot,
        @Nullable String refusal) {
    /** Copies the list. */
    Facts {
        hot = List.copyOf(hot);
    }

    long heaviestRows() {
        return hot.isEmpty() ? 0 : hot.get(0).rowsAtLeast();
    }
}
