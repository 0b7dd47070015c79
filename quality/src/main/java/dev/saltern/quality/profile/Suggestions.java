/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import dev.saltern.quality.dqdl.RuleType;
import dev.saltern.quality.dqdl.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * DQDL rules that a profiled table keeps, as a first draft of its ruleset. Only rule types that {@link RuleType} knows are
 * written, uniqueness only where every row was verified, and nothing about columns whose names hold line breaks or differ in
 * their case alone.
 */
public final class Suggestions {
    private final List<String> rules = new ArrayList<>();
    private final Profile profile;

    private Suggestions(Profile profile) {
        this.profile = profile;
    }

    /**
     * Returns the rules, each one after a comment line with its evidence. Joined by commas they are a ruleset, and it holds on
     * the rows that were profiled. Empty for an empty table.
     */
    public static List<String> of(Profile profile) {
        Suggestions suggestions = new Suggestions(profile);
        if (profile.provenance().rows() > 0) {
            suggestions.table();
            profile.columns().stream()
                    .filter(column -> suggestions.isColumn(column.name()))
                    .forEach(column -> new ColumnSuggestions(profile.provenance(), column, suggestions::add).write());
        }
        return List.copyOf(suggestions.rules);
    }

    private void table() {
        long rows = profile.provenance().tableRows();
        add(
                "RowCount",
                "",
                " between " + Math.max(0, rows / 2 - 1) + " and " + (2 * rows + 1),
                "the table has " + rows + " rows");
        for (CandidateKey key : profile.keys()) {
            if (key.unique() && key.columns().stream().allMatch(this::isColumn)) {
                String columns = String.join(
                        " ", key.columns().stream().map(Suggestions::quoted).toList());
                add(
                        key.complete() ? "IsPrimaryKey" : "IsUnique",
                        columns,
                        "",
                        key.distinct() + " distinct keys in " + key.distinct() + " rows, every row verified");
            }
        }
    }

    private void add(String type, String columns, String condition, String evidence) {
        if (RuleType.find(type).isPresent()) {
            rules.add("# " + evidence + "\n" + type + (columns.isEmpty() ? "" : " " + columns) + condition);
        }
    }

    /** Takes one rule. */
    interface Sink {
        void add(String type, String columns, String condition, String evidence);
    }

    static String quoted(String text) {
        return new Value.TextValue(text).text();
    }

    /** Whether DQDL and SQL can name the column: Spark tells names apart by more than their case. */
    private boolean isColumn(String name) {
        long namesakes = profile.columns().stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .count();
        return isWritable(name) && namesakes == 1;
    }

    /** Whether DQDL can hold the text. */
    static boolean isWritable(String text) {
        return !text.isEmpty() && text.chars().noneMatch(Character::isISOControl);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
