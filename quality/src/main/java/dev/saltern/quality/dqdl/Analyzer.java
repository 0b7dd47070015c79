/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.util.List;

/**
 * A number that is computed and kept for later runs, without a claim about it.
 *
 * @param type what is computed
 * @param parameters of what
 * @param text the analyzer on one line
 * @param span where it stands
 */
public record Analyzer(RuleType type, List<Parameter> parameters, String text, Span span) {

    /** Copies the list. */
    public Analyzer {
        parameters = List.copyOf(parameters);
    }

    /** Returns the columns of the checked table that it names, in the order written. */
    public List<String> columns() {
        return parameters.stream()
                .flatMap(parameter -> parameter.columns().stream())
                .toList();
    }

    /** Returns the normal form. */
    @Override
    public String toString() {
        return text;
    }
}
