/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One rule as written. Two rules that differ in spacing, comments or place have the same {@link #text()}.
 *
 * @param type the rule type
 * @param parameters what stands after the type, in the order written
 * @param condition what the values, or the computed number, must meet; null where there is none
 * @param threshold the share of rows that must pass; null means every row
 * @param where SQL condition that picks the rows the rule is about; null means all
 * @param tags further settings, by name: {@code with timeZone = "UTC"}
 * @param labels the labels, the default labels of the ruleset among them
 * @param text the rule on one line, which is also its id
 * @param span where the whole rule stands
 * @param parts where its pieces stand
 */
public record Rule(
        RuleType type,
        List<Parameter> parameters,
        @Nullable Condition condition,
        @Nullable Condition threshold,
        @Nullable String where,
        Map<String, Condition> tags,
        Map<String, String> labels,
        String text,
        Span span,
        Parts parts)
        implements Statement {

    /** Copies the list and the maps. */
    public Rule {
        parameters = List.copyOf(parameters);
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    /**
     * Where the pieces of a rule stand.
     *
     * @param columns one for each of {@link Rule#columns()}
     * @param condition null where there is none
     * @param threshold null where there is none
     * @param where null where there is none
     */
    public record Parts(
            List<Span> columns,
            @Nullable Span condition,
            @Nullable Span threshold,
            @Nullable Span where) {
        /** Copies the list. */
        public Parts {
            columns = List.copyOf(columns);
        }
    }

    /** Returns the columns of the checked table that the parameters name, in the order written. */
    public List<String> columns() {
        return parameters.stream()
                .flatMap(parameter -> parameter.columns().stream())
                .toList();
    }

    @Override
    public List<Rule> rules() {
        return List.of(this);
    }

    /** Returns the normal form. */
    @Override
    public String toString() {
        return text;
    }
}
