/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Two or more statements joined by the same word.
 *
 * @param connective the word
 * @param parts the statements, in the order written
 * @param text the composite on one line, each part in parentheses, which is also its id
 * @param span where the whole composite stands
 */
public record Composite(Connective connective, List<Statement> parts, String text, Span span) implements Statement {

    /** Copies the list. */
    public Composite {
        parts = List.copyOf(parts);
    }

    static Composite of(Connective connective, List<Statement> parts, Span span) {
        String text = parts.stream()
                .map(part -> "(" + part.text() + ")")
                .collect(Collectors.joining(" " + connective.word() + " "));
        return new Composite(connective, parts, text, span);
    }

    @Override
    public List<Rule> rules() {
        return parts.stream().flatMap(part -> part.rules().stream()).toList();
    }

    /** Returns the labels of all parts; where two parts differ, the first one counts. */
    @Override
    public Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        parts.forEach(part -> part.labels().forEach(labels::putIfAbsent));
        return Collections.unmodifiableMap(labels);
    }

    /** Returns the normal form. */
    @Override
    public String toString() {
        return text;
    }
}
