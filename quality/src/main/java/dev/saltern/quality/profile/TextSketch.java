/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.io.Serializable;
import java.util.EnumMap;
import org.apache.spark.unsafe.types.UTF8String;

/** What one pass tells of the texts of a column, besides what it tells of every column. Not thread-safe. */
final class TextSketch implements Serializable {
    final FrequentTexts patterns = new FrequentTexts();
    final EnumMap<TextType, Long> types = new EnumMap<>(TextType.class);
    long empties;
    long blanks;
    long nonAscii;
    long characters;
    int minCharacters = Integer.MAX_VALUE;
    int maxCharacters;

    /** Returns the rows with a text of the type. */
    long rows(TextType type) {
        return types.getOrDefault(type, 0L);
    }

    void add(UTF8String value) {
        String text = value.toString();
        int length = value.numChars();
        characters += length;
        minCharacters = Math.min(minCharacters, length);
        maxCharacters = Math.max(maxCharacters, length);
        if (text.isEmpty()) {
            empties++;
        } else if (text.isBlank()) {
            blanks++;
        }
        if (length != value.numBytes()) {
            nonAscii++;
        }
        patterns.add(TextPattern.of(text));
        types.merge(TextType.of(text), 1L, Long::sum);
    }

    void add(TextSketch other) {
        patterns.add(other.patterns);
        other.types.forEach((type, rows) -> types.merge(type, rows, Long::sum));
        empties += other.empties;
        blanks += other.blanks;
        nonAscii += other.nonAscii;
        characters += other.characters;
        minCharacters = Math.min(minCharacters, other.minCharacters);
        maxCharacters = Math.max(maxCharacters, other.maxCharacters);
    }
}
