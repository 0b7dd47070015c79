/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/**
 * The variables that only a run knows. The loader leaves them in place, and an escaped <code>$${</code> with them, wherever
 * {@link dev.saltern.conf.Key#runVariables} allows them; a run fills those texts, even the ones without a variable.
 */
public final class RunVariables {
    /** The day of a run in a source's path: {@code ${dt}}, {@code ${year}}, {@code ${month}}, {@code ${day}}. */
    public static final List<String> PATH = List.of("dt", "year", "month", "day");

    /** The first and the last day of a run in the text of an {@code sql} step: {@code ${from}}, {@code ${to}}. */
    public static final List<String> SQL = List.of("from", "to");

    private RunVariables() {}

    /**
     * Returns the text with each {@code ${name}} replaced by its value and each <code>$${</code> by <code>${</code>.
     *
     * @throws IllegalArgumentException if a variable in the text has no value
     */
    public static String fill(String text, Map<String, String> values) {
        return Substitution.PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(value(match, values)));
    }

    /** Returns whether the name belongs to the run, so that no file and no flag may define it. */
    static boolean reserved(String name) {
        return PATH.contains(name) || SQL.contains(name);
    }

    private static String value(MatchResult match, Map<String, String> values) {
        String name = match.group(1);
        if (name == null) {
            return "${";
        }
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "Cannot fill ${" + name + "}: it has no value here" + Nearest.hint(name, values.keySet()));
        }
        return value;
    }
}
