/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the known name that a typed one was meant to be. */
public final class Nearest {
    private Nearest() {}

    /** Returns {@code " (nearest: name)"}, or {@code " (known: a, b)"} when nothing is near, or the empty text when nothing is known. */
    public static String hint(String typed, Collection<String> known) {
        if (known.isEmpty()) {
            return "";
        }
        return hint(typed, known, known);
    }

    /** Returns the nearest of the names that are still free, or lists all. */
    static String hint(String typed, Collection<String> free, Collection<String> known) {
        return find(typed, free)
                .map(name -> " (nearest: " + name + ")")
                .orElseGet(() -> " (known: " + String.join(", ", known) + ")");
    }

    /** Returns the first name with the fewest edits, unless more than half of the letters differ. */
    static Optional<String> find(String typed, Collection<String> known) {
        int limit = typed.length() / 2;
        return known.stream()
                .min(Comparator.comparingInt(name -> distance(typed, name)))
                .filter(name -> distance(typed, name) <= limit);
    }

    /** Returns the Levenshtein distance without regard to case; two swapped neighbours count as one edit. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] beforePrevious = new int[b.length() + 1];
        int[] previous = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
                if (isSwap(a, i - 1, b, j - 1)) {
                    current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
                }
            }
            beforePrevious = previous;
            previous = current;
        }
        return previous[b.length()];
    }

    private static boolean isSwap(String a, int i, String b, int j) {
        return i > 0 && j > 0 && a.charAt(i) == b.charAt(j - 1) && a.charAt(i - 1) == b.charAt(j);
    }
}
