/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.List;

/**
 * How the rules of a book came out on one table.
 *
 * @param rows number of rows of the table
 * @param results one for each rule, in the order of the rules
 * @param metrics each number that a rule or an analyzer observed, once, the rules first; what has no data is not among them
 */
public record Findings(long rows, List<RuleResult> results, List<MetricResult> metrics) {
    /** Copies the lists. */
    public Findings {
        results = List.copyOf(results);
        metrics = List.copyOf(metrics);
    }
}
