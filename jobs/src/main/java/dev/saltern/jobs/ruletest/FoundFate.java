/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.ruletest;

import dev.saltern.conf.RowFate;
import dev.saltern.quality.Action;
import java.util.List;

/**
 * What became of a row.
 *
 * @param action quarantine or drop; any other for a row that is kept
 * @param rules the rules of that action that it breaks
 * @param reasons one for each rule
 */
record FoundFate(Action action, List<String> rules, List<String> reasons) {
    static final FoundFate KEPT = new FoundFate(Action.WARN, List.of(), List.of());

    FoundFate {
        rules = List.copyOf(rules);
        reasons = List.copyOf(reasons);
    }

    boolean meets(RowFate expected) {
        if (expected instanceof RowFate.Quarantined quarantined) {
            return action == Action.QUARANTINE
                    && rulesAre(quarantined.by())
                    && quarantined.because().stream()
                            .allMatch(text -> reasons.stream().anyMatch(reason -> reason.contains(text)));
        }
        return expected instanceof RowFate.Dropped ? action == Action.DROP : !action.removesRows();
    }

    private boolean rulesAre(List<String> beginnings) {
        return beginnings.isEmpty()
                || (beginnings.stream().allMatch(begin -> rules.stream().anyMatch(rule -> rule.startsWith(begin)))
                        && rules.stream().allMatch(rule -> beginnings.stream().anyMatch(rule::startsWith)));
    }

    @Override
    public String toString() {
        if (!action.removesRows()) {
            return "kept";
        }
        String verb = action == Action.QUARANTINE ? "quarantined" : "dropped";
        return verb + " by " + String.join(" and ", rules) + ": " + String.join("; ", reasons);
    }
}
