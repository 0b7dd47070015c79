/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a column, NULL left out.
 *
 * @param empties rows with the text of length 0
 * @param blanks rows with nothing but white space
 * @param minLength characters of the shortest, 0 of no texts
 * @param meanLength mean number of characters, 0 of no texts
 * @param maxLength characters of the longest
 * @param ascii whether every character is an ASCII one
 * @param patterns the ten most frequent shapes: digits as 9, upper case letters as A, other letters as a
 * @param inferred the narrower type that all texts fit, or null where they fit none
 */
public record TextProfile(
        long empties,
        long blanks,
        int minLength,
        double meanLength,
        int maxLength,
        boolean ascii,
        List<Frequency> patterns,
        @Nullable InferredType inferred) {
    /** Copies the list. */
    public TextProfile {
        patterns = List.copyOf(patterns);
    }
}
