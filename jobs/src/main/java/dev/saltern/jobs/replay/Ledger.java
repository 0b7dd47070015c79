/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.replay;

import dev.saltern.conf.Scope;
import dev.saltern.jobs.report.RunReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects what a replay finds. Not thread-safe. */
final class Ledger {
    private final List<ReplayReport.SourceLine> sources = new ArrayList<>();
    private final List<ReplayReport.RuleLine> rules = new ArrayList<>();
    private final List<String> imbalances = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();

    void source(ReplayReport.SourceLine line) {
        sources.add(line);
    }

    /** Adds a line for each rule that sets or set rows aside. */
    void rules(String source, Map<String, Long> before, Map<String, Long> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.forEach(rule -> rules.add(
                new ReplayReport.RuleLine(source, rule, before.getOrDefault(rule, 0L), after.getOrDefault(rule, 0L))));
    }

    void unbalanced(String where) {
        imbalances.add(where);
    }

    void note(String note) {
        notes.add(note);
    }

    ReplayReport report(String pipeline, String scope, ReplayReport.Outcome outcome, @Nullable RunReport run) {
        return new ReplayReport(
                pipeline, scope, outcome, sources, rules, imbalances.isEmpty(), imbalances, List.copyOf(notes), run);
    }

    /** Returns the days of a report, or null if it claimed no days but the whole of its tables. */
    static @Nullable Scope days(RunReport report) {
        if (report.scope().equals("all")) {
            return null;
        }
        String[] ends = report.scope().split("\\.\\.", 2);
        return new Scope(LocalDate.parse(ends[0]), LocalDate.parse(ends[ends.length - 1]));
    }
}
