/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import dev.saltern.jobs.report.RuleWords;
import dev.saltern.jobs.report.RunReport;
import java.util.List;

/**
 * A rule as a page shows it.
 *
 * @param index its place among the rules of the run
 * @param line what it found
 */
public record RuleRow(int index, RunReport.RuleLine line) {
    private static final int MAX_EXAMPLES = 3;

    /** Returns where it stands among others: what refuses the run comes first, what holds last. */
    int rank() {
        if (line.outcome().equals("PASSED")) {
            return 3;
        }
        return switch (line.action()) {
            case "FAIL" -> 0;
            case "WARN" -> 1;
            default -> 2;
        };
    }

    /** Returns how good the outcome is: a broken rule that takes rows out is no alarm. */
    public String tone() {
        return switch (rank()) {
            case 0 -> line.outcome().equals("FAILED") ? "bad" : "idle";
            case 3 -> "good";
            default -> line.outcome().equals("FAILED") ? "warn" : "idle";
        };
    }

    /** Returns what it found in a person's words. */
    public RuleWords words() {
        return new RuleWords(line);
    }

    /** Returns some of the rows that break it. */
    public List<String> examples() {
        return line.examples().subList(0, Math.min(MAX_EXAMPLES, line.examples().size()));
    }
}
