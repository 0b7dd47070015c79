/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known name that a mistyped one was probably meant to be. */
final class Nearest {
    private static final int MAX_EDITS = 3;

    private Nearest() {}

    /**
     * Returns the known name that the fewest edits away is: letters added, left out, replaced, or two neighbours swapped. At most half the
     * letters, and three of them, may be wrong; of equally near names the first by alphabet counts.
     */
    static Optional<String> of(String typed, Collection<String> known) {
        int letters = typed.replaceFirst("^-+", "").length();
        int most = Math.min(MAX_EDITS, Math.max(1, letters / 2));
        return known.stream()
                .sorted(Comparator.naturalOrder())
                .filter(name -> edits(typed, name) <= most)
                .min(Comparator.comparingInt(name -> edits(typed, name)));
    }

    private static int edits(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                edits[i][j] = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[a.length()][b.length()];
    }
}
