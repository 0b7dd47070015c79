/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the existing name that a mistyped one was meant to be. */
final class Nearest {

    private Nearest() {}

    /** The name with the fewest edits, letter case aside; empty when even that one differs in more than half of it. */
    static Optional<String> to(String typed, Collection<String> names) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return names.stream()
                .min(Comparator.comparingInt((String name) -> edits(wanted, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(name -> edits(wanted, name.toLowerCase(Locale.ROOT))
                        <= (Math.max(typed.length(), name.length()) + 1) / 2);
    }

    /** Insertions, deletions and replacements between the two: the Levenshtein distance, one row of the table at a time. */
    static int edits(String left, String right) {
        int[] costs = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            costs[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int diagonal = costs[0];
            costs[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int replaced = diagonal + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
                diagonal = costs[column];
                costs[column] = Math.min(replaced, 1 + Math.min(diagonal, costs[column - 1]));
            }
        }
        return costs[right.length()];
    }
}
