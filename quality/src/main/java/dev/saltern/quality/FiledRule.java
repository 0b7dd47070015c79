/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Parsed;
import dev.saltern.quality.dqdl.Rule;
import dev.saltern.quality.dqdl.RuleProblem;
import dev.saltern.quality.dqdl.Statement;
import java.util.ArrayList;
import java.util.List;

/** A rule, and what happens when it is broken. */
public record FiledRule(Action action, Rule rule) {

    /**
     * Returns the rules of a ruleset, all filed under one action.
     *
     * @param problems takes what was wrong with the text, and what stands there besides single rules
     */
    public static List<FiledRule> all(Action action, Parsed parsed, List<RuleProblem> problems) {
        List<FiledRule> filed = new ArrayList<>();
        for (Statement statement : parsed.rules()) {
            if (statement instanceof Rule rule) {
                filed.add(new FiledRule(action, rule));
            } else {
                problems.add(statement
                        .span()
                        .problem("Cannot judge " + statement.text() + ": rules joined by and, or are not supported"));
            }
        }
        problems.addAll(parsed.problems());
        return filed;
    }

    /** Returns the id of the rule, which is its text in normal form. */
    public String id() {
        return rule.text();
    }
}
