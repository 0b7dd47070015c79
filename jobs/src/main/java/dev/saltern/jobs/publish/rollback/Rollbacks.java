/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.rollback;

import dev.saltern.conf.Scope;
import dev.saltern.jobs.publish.journal.EntryKind;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.redirect.Redirect;
import dev.saltern.jobs.publish.redirect.Redirection;
import dev.saltern.jobs.publish.table.LakeTable;
import dev.saltern.jobs.publish.table.PartitionDays;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Words rollbacks: for the journal, and for people. */
public final class Rollbacks {
    private Rollbacks() {}

    /** Returns the rollback of one table as the journal takes it. */
    public static Redirection redirection(LakeTable table, RollbackGoal goal, List<Redirect> redirects) {
        return Redirection.of(EntryKind.ROLLBACK, table, goal.toString(), redirects);
    }

    /**
     * Returns the report of a rollback.
     *
     * @param versions the version that it made, by table
     */
    public static RollbackReport report(
            RollbackGoal goal, boolean dryRun, Map<LakeTable, List<Redirect>> plan, Map<String, Long> versions) {
        List<RollbackReport.TableLine> lines = new ArrayList<>();
        plan.forEach((table, redirects) -> lines.add(new RollbackReport.TableLine(
                table.name(),
                table.newest().orElseThrow().version(),
                versions.get(table.name()),
                redirects.stream().map(Rollbacks::line).toList())));
        RollbackReport report = new RollbackReport(goal.toString(), dryRun, lines, List.of());
        return report.changes() ? new RollbackReport(goal.toString(), dryRun, lines, notes(plan)) : report;
    }

    private static RollbackReport.PartitionLine line(Redirect redirect) {
        PartitionState from = redirect.from();
        PartitionState to = redirect.to();
        return new RollbackReport.PartitionLine(
                PartitionDays.text(redirect.values()),
                from == null ? null : from.runId(),
                from == null ? null : from.version(),
                rows(from),
                to == null ? null : to.runId(),
                to == null ? null : to.version(),
                rows(to));
    }

    private static long rows(@Nullable PartitionState state) {
        return state == null ? 0 : state.rows();
    }

    private static List<String> notes(Map<LakeTable, List<Redirect>> plan) {
        List<String> notes = new ArrayList<>();
        notes.add("Runs that are taken back are live no longer: a run with the same input publishes their rows"
                + " again. Mend the raw files, the rules or the pipeline first");
        TreeMap<String, TreeSet<Scope>> emptied = new TreeMap<>();
        plan.forEach((table, redirects) -> redirects.stream()
                .filter(redirect -> redirect.newLocation() == null && redirect.oldLocation() != null)
                .flatMap(redirect -> PartitionDays.of(redirect.values()).stream())
                .forEach(scope -> emptied.computeIfAbsent(
                                table.name(), name -> new TreeSet<>(Comparator.comparing(Scope::from)))
                        .add(scope)));
        emptied.forEach((table, days) -> notes.add(table + " had no rows before for " + days.first()
                + (days.size() > 1 ? " and " + (days.size() - 1) + " more" : "") + ": readers find none there"));
        return notes;
    }
}
