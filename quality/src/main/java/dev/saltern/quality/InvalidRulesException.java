/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.RuleProblem;
import java.util.List;
import java.util.stream.Collectors;

/** Rules that do not fit the table they are for; the user fixes the ruleset. */
public final class InvalidRulesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<RuleProblem> problems;

    InvalidRulesException(List<RuleProblem> problems) {
        super(problems.stream()
                .map(RuleProblem::toString)
                .collect(Collectors.joining(
                        "\n  ", "Cannot compile the rules: " + problems.size() + " found wrong\n  ", "")));
        this.problems = List.copyOf(problems);
    }

    /** Returns everything wrong with the rules, in the order of the rules. */
    public List<RuleProblem> problems() {
        return problems;
    }
}
