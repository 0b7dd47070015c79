/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.util.regex.Pattern;

/** Takes the rules out of a pipeline, and the limits on what they set aside. Types, NOT NULL and days stay: those are the schema's. */
final class WithoutRules {
    private static final String RULES = "rules:";
    private static final String LIMIT = "max-quarantined:";
    private static final Pattern LEFT = Pattern.compile("(?m)^[^#\n]*" + RULES);
    private static final int NONE = -1;

    private WithoutRules() {}

    /**
     * Returns the text of a pipeline without them.
     *
     * @throws IllegalStateException if there were none, or some do not begin a line
     */
    static String of(String pipeline) {
        StringBuilder kept = new StringBuilder();
        int above = NONE;
        boolean found = false;
        for (String line : pipeline.lines().toList()) {
            String text = line.strip();
            int indent = line.indexOf(text);
            if (above != NONE && (text.isEmpty() || indent > above)) {
                continue;
            }
            above = text.startsWith(RULES) ? indent : NONE;
            found |= above != NONE;
            if (above == NONE && !text.startsWith(LIMIT)) {
                kept.append(line).append('\n');
            }
        }
        if (!found || LEFT.matcher(kept).find()) {
            throw new IllegalStateException(
                    "Cannot take the rules out of the pipeline: " + (found ? "some begin no line" : "it has none"));
        }
        return kept.toString();
    }
}
