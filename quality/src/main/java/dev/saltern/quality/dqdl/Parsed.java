/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import java.util.List;

/**
 * What a ruleset text says.
 *
 * @param rules the rules that could be read, in the order written
 * @param analyzers the analyzers that could be read, in the order written
 * @param problems everything that could not, in the order written; when there is one, the rules are not to be trusted
 */
public record Parsed(List<Statement> rules, List<Analyzer> analyzers, List<RuleProblem> problems) {
    /** Copies the lists. */
    public Parsed {
        rules = List.copyOf(rules);
        analyzers = List.copyOf(analyzers);
        problems = List.copyOf(problems);
    }
}
