/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Parsed;
import dev.saltern.quality.dqdl.Rule;
import dev.saltern.quality.dqdl.RuleProblem;
import dev.saltern.quality.dqdl.Statement;
import java.util.List;

/** A rule, or rules joined by {@code and} and {@code or}, and what happens when it is broken. */
public record FiledRule(Action action, Statement statement) {

    /**
     * Returns the rules of a ruleset, all filed under one action.
     *
     * @param problems takes what was wrong with the text
     */
    public static List<FiledRule> all(Action action, Parsed parsed, List<RuleProblem> problems) {
        problems.addAll(parsed.problems());
        return parsed.rules().stream()
                .map(statement -> new FiledRule(action, statement))
                .toList();
    }

    /** Returns the id of the rule, which is its text in normal form. */
    public String id() {
        return statement.text();
    }

    /** Returns the columns that the rule names, each once, in the order written. */
    public List<String> columns() {
        return statement.rules().stream()
                .flatMap(rule -> rule.columns().stream())
                .distinct()
                .toList();
    }

    /** Returns the statement as the single rule that it is known to be. */
    Rule rule() {
        return (Rule) statement;
    }

    /** Returns a part of the statement, filed alike. */
    FiledRule part(Statement part) {
        return new FiledRule(action, part);
    }
}
