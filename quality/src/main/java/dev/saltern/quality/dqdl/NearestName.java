/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the valid name that a misspelled one was meant to be. */
public final class NearestName {
    private static final int MAX_LENGTH = 200;

    private NearestName() {}

    /**
     * Returns the name with the fewest edits (Levenshtein, case ignored) from the typed one, or nothing when more than a
     * third of the letters, and more than two, would have to change. Of equally near names the first in the alphabet wins.
     */
    public static Optional<String> find(String typed, Collection<String> valid) {
        if (typed.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String lower = typed.toLowerCase(Locale.ROOT);
        int limit = Math.max(2, typed.length() / 3);
        return valid.stream()
                .map(name -> new Candidate(name, edits(lower, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.edits() <= limit && candidate.edits() < typed.length())
                .min(Comparator.comparingInt(Candidate::edits).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** Returns {@code (nearest is X)}, or all valid names when none is near. */
    public static String hint(String typed, Collection<String> valid) {
        return find(typed, valid)
                .map(name -> "(nearest is " + name + ")")
                .orElseGet(() -> "(must be one of " + String.join(", ", valid) + ")");
    }

    private record Candidate(String name, int edits) {}

    private static int edits(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
