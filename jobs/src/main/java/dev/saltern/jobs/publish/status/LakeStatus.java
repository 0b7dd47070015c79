/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.status;

import dev.saltern.conf.Scope;
import dev.saltern.jobs.publish.LiveRuns;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.table.LakeTable;
import dev.saltern.jobs.publish.table.WaitingRuns;
import java.util.List;
import java.util.Optional;

/** Finds out what is live. */
public final class LakeStatus {
    private final WaitingRuns waiting;

    /** Opens the tables of a lake. */
    public LakeStatus(WaitingRuns waiting) {
        this.waiting = waiting;
    }

    /** Returns the status of a table. */
    public TableStatus of(LakeTable table) {
        if (table.problem().isPresent()) {
            return TableStatus.broken(table.name(), table.problem().get());
        }
        List<PartitionState> live = table.live();
        // A day that a run found empty is no gap.
        List<Scope> gaps = Days.of(table.states().keySet()).gaps();
        Days days = Days.of(live.stream().map(PartitionState::values).toList());
        Optional<JournalEntry> newest = table.newest();
        return new TableStatus(
                table.name(),
                table.pipeline().orElse(null),
                newest.map(JournalEntry::version).orElse(0L),
                newest.map(entry -> entry.committed().toString()).orElse(null),
                newest.flatMap(LiveRuns::newest).map(run -> run.text()).orElse(null),
                live.size(),
                live.stream().mapToLong(PartitionState::rows).sum(),
                days.isEmpty() ? null : days.first().toString(),
                days.isEmpty() ? null : days.last().toString(),
                gaps.stream().map(Scope::toString).toList(),
                Days.count(gaps),
                waiting.of(table).stream()
                        .map(run -> new TableStatus.Waiting(
                                run.manifest().runId().text(),
                                run.reason(),
                                run.manifest().rows()))
                        .toList(),
                null);
    }
}
