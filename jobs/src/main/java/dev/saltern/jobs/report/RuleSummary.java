/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules of a run as a person reads them on a terminal: how many hold, and of each other one what it required and what it saw. */
final class RuleSummary {
    /** A longer rule is shortened: its beginning says which one it is. */
    private static final int MAX_RULE = 120;

    private RuleSummary() {}

    /**
     * Returns the lines; of a run without claims, and of one whose claims all hold, few.
     *
     * @param columns how wide the terminal is
     * @param verbose whether rules are told in full, with examples of the rows that break them
     */
    static String of(RunReport report, int columns, boolean verbose) {
        List<RunReport.RuleLine> claims = report.claims();
        if (claims.isEmpty()) {
            return "";
        }
        List<RunReport.RuleLine> broken =
                claims.stream().filter(rule -> !rule.holds()).toList();
        StringBuilder text = new StringBuilder(String.format(
                "%n  rules: %d of %d hold%s%n", claims.size() - broken.size(), claims.size(), provenBy(claims)));
        if (broken.isEmpty()) {
            return text.toString();
        }
        TextTable table = new TextTable(List.of("", "on", "rule", "observed", "required", "bad rows"));
        for (RunReport.RuleLine rule : broken) {
            RuleWords words = new RuleWords(rule);
            table.add(List.of(
                    words.outcome(),
                    rule.on(),
                    verbose ? rule.rule() : shortened(rule.rule()),
                    words.observed(),
                    verbose ? rule.required() : shortened(rule.required()),
                    words.badRows()));
        }
        text.append(table.within(columns));
        if (verbose) {
            broken.stream()
                    .filter(rule -> !rule.examples().isEmpty())
                    .forEach(rule -> text.append(Wrapped.paragraph(
                            "  ",
                            TextTable.oneLine(rule.on() + ": " + shortened(rule.rule()) + ": such as "
                                    + String.join("; ", rule.examples())),
                            columns)));
        } else if (broken.stream().anyMatch(rule -> !rule.examples().isEmpty())) {
            text.append("  --verbose shows rows that break them\n");
        }
        return text.toString();
    }

    private static String shortened(String text) {
        return text.length() <= MAX_RULE
                ? text
                : text.substring(0, MAX_RULE - 1).stripTrailing() + "…";
    }

    /** Counts the rules by where their answers came from, such as {@code (4 by footers, 1 by a grouping)}. */
    private static String provenBy(List<RunReport.RuleLine> claims) {
        Map<String, Integer> counts = new TreeMap<>();
        for (RunReport.RuleLine rule : claims) {
            if (rule.provenBy() != null) {
                counts.merge(rule.provenBy(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(entry -> entry.getValue() + " by " + entry.getKey())
                .reduce((left, right) -> left + ", " + right)
                .map(all -> " (" + all + ")")
                .orElse("");
    }
}
