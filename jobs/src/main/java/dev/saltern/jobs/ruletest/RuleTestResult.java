/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.ruletest;

import java.util.List;

/**
 * How a test came out.
 *
 * @param file its file
 * @param description what it tests; empty where it does not say
 * @param rows how many rows it holds
 * @param outcomes how many outcomes of rules it checks
 * @param failures what is not as expected, in the order of the file
 */
public record RuleTestResult(String file, String description, int rows, int outcomes, List<Failure> failures) {
    public RuleTestResult {
        failures = List.copyOf(failures);
    }

    /** Returns whether all is as expected. */
    public boolean passed() {
        return failures.isEmpty();
    }

    /** A row or a rule that came out otherwise; {@code what} is the row's values or the rule's text. */
    public record Failure(String file, int line, String what, String expected, String found) {}
}
