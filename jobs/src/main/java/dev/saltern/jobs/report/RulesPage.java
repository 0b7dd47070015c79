/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import dev.saltern.quality.ProvenBy;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A preview of rules for a terminal of 110 columns: a table for each source and output that has rules. */
public final class RulesPage {
    private static final int RULE_WIDTH = 42;
    private static final int HOW_WIDTH = 38;

    private final StringBuilder page = new StringBuilder();

    private RulesPage() {}

    /** Returns the page; ends with a line feed. */
    public static String of(RulesPreview preview) {
        RulesPage page = new RulesPage();
        page.line(preview.pipeline() + ": how its rules will most likely be settled");
        preview.tables().stream().filter(table -> !table.rules().isEmpty()).forEach(page::table);
        List<String> without = preview.tables().stream()
                .filter(table -> table.rules().isEmpty())
                .map(RulesPreview.Table::name)
                .toList();
        page.line("");
        if (!without.isEmpty()) {
            page.line("  without rules: " + String.join(", ", without));
        }
        preview.notes().forEach(note -> page.line("  note: " + note));
        page.line("  A broken rule costs one more job, for its examples.");
        return page.page.toString();
    }

    private void table(RulesPreview.Table table) {
        line("");
        line(table.kind() + " " + table.name());
        if (!table.how().isEmpty()) {
            line("  " + table.how());
        }
        TextTable text = new TextTable(List.of("rule", "action", "lane", "settled by", "jobs"));
        table.rules().forEach(rule -> rule(text, rule, ""));
        page.append(text);
        line("  " + total(table));
    }

    private static void rule(TextTable text, RulesPreview.Rule rule, String indent) {
        List<String> name = Wrapped.lines(indent + rule.rule(), RULE_WIDTH);
        List<String> lane = Wrapped.lines(rule.lane(), "other data".length());
        List<String> how = Wrapped.lines(how(rule), HOW_WIDTH);
        for (int i = 0; i < Math.max(Math.max(name.size(), how.size()), lane.size()); i++) {
            text.add(List.of(
                    cell(name, i),
                    i == 0 && indent.isEmpty() ? rule.action() : "",
                    cell(lane, i),
                    cell(how, i),
                    i == 0 ? Integer.toString(rule.jobs()) : ""));
        }
        rule.parts().forEach(part -> rule(text, part, indent + "- "));
    }

    private static String how(RulesPreview.Rule rule) {
        String shared = rule.sharing() > 1 ? ", shared by " + rule.sharing() : "";
        String otherwise = rule.otherwise() == null ? "" : "; else " + rule.otherwise();
        return rule.settledBy() + shared + ": " + rule.why() + otherwise;
    }

    private static String total(RulesPreview.Table table) {
        Map<String, Integer> rules = new LinkedHashMap<>();
        Map<String, Set<String>> works = new LinkedHashMap<>();
        table.rules().stream().flatMap(RulesPage::leaves).forEach(rule -> {
            rules.merge(rule.settledBy(), 1, Integer::sum);
            Set<String> work = works.computeIfAbsent(rule.settledBy(), key -> new LinkedHashSet<>());
            if (!rule.work().isEmpty()) {
                work.add(rule.work());
            }
        });
        String parts = rules.entrySet().stream()
                .map(entry ->
                        entry.getValue() + phrase(entry.getKey()) + jobs(works.getOrDefault(entry.getKey(), Set.of())))
                .collect(Collectors.joining(", "));
        int count = table.rules().size();
        return count + (count == 1 ? " rule: " : " rules: ") + parts;
    }

    private static String phrase(String settledBy) {
        return settledBy.equals(ProvenBy.PASS.label()) ? " in one pass" : " by " + settledBy.replaceFirst("^a ", "");
    }

    private static Stream<RulesPreview.Rule> leaves(RulesPreview.Rule rule) {
        return rule.parts().isEmpty() ? Stream.of(rule) : rule.parts().stream().flatMap(RulesPage::leaves);
    }

    private static String jobs(Set<String> works) {
        return works.isEmpty() ? "" : " (" + works.size() + (works.size() == 1 ? " job)" : " jobs)");
    }

    private static String cell(List<String> lines, int i) {
        return i < lines.size() ? lines.get(i) : "";
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
