/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import java.util.Locale;
import java.util.Set;

/**
 * What a rule found, in a person's words: the same on a terminal and on a page.
 *
 * @param line what it found
 */
public record RuleWords(RunReport.RuleLine line) {
    /** Rules that observe the share of the rows which keep them, whatever else they require. */
    private static final Set<String> SHARES = Set.of(
            "ColumnValues",
            "ColumnLength",
            "ColumnDataType",
            "IsComplete",
            "IsUnique",
            "IsPrimaryKey",
            "Completeness",
            "Uniqueness",
            "UniqueValueRatio",
            "ReferentialIntegrity");

    /** Returns how it came out: {@code holds}, or what becomes of a run or of the rows that break it. */
    public String outcome() {
        if (line.outcome().equals("PASSED")) {
            return "holds";
        }
        if (!line.outcome().equals("FAILED")) {
            return line.outcome().toLowerCase(Locale.ROOT);
        }
        return switch (line.action()) {
            case "QUARANTINE" -> "quarantined";
            case "DROP" -> "dropped";
            case "WARN" -> "warns";
            default -> "broken";
        };
    }

    /** Returns what it observed: a number, or of a rule about rows the share of those that keep it. */
    public String observed() {
        Double observed = line.observed();
        if (observed == null) {
            return "–";
        }
        boolean share =
                observed >= 0 && observed <= 1 && SHARES.contains(line.rule().split("\\s", 2)[0]);
        return share ? share(observed) : Figures.number(observed);
    }

    /** Returns how many rows break it, or nothing for a rule that no single row breaks. */
    public String badRows() {
        return line.badRows() == 0 ? "" : Figures.count(line.badRows()) + " of " + Figures.count(line.totalRows());
    }

    /** What is not all of them must not be shown as all. */
    private static String share(double observed) {
        String percent = Figures.percent(observed);
        return observed < 1 && percent.equals("100.0%") ? "> 99.9%" : percent.replace("100.0%", "100%");
    }
}
