/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.render;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A query that people find in Athena.
 *
 * @param name what it is called there
 * @param description one sentence
 * @param sql the query
 */
public record NamedQuery(String name, String description, String sql) {
    /** Returns the name of its resource in a template: letters and digits alone. */
    public String resource() {
        return Stream.of(name.split("[^A-Za-z0-9]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("", "Query", ""));
    }
}
