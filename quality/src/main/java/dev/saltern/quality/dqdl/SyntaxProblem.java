/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

/** Leaves the rule that is being read; caught where the next rule is looked for. */
final class SyntaxProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RuleProblem problem;

    SyntaxProblem(RuleProblem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    RuleProblem problem() {
        return problem;
    }
}
