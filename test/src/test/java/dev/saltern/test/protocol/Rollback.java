/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.ExitCode;
import dev.saltern.jobs.publish.journal.Change;
import dev.saltern.jobs.publish.journal.Journal;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.store.Creation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Points the table at what a version showed.
 *
 * @param number names it
 * @param version the version
 */
record Rollback(int number, long version) implements Program, Program.Step {
    @Override
    public RunId runId() {
        return Day.id("all-0000000f", number);
    }

    @Override
    public Step first() {
        return this;
    }

    @Override
    public Object run(Desk desk) {
        Journal journal = desk.stores.journal();
        String table = Desk.TABLE.table();
        List<PartitionState> goal = journal.load(table, version).projection();
        while (true) {
            JournalEntry newest = journal.load(table, journal.head(table).orElseThrow());
            JournalEntry entry = entry(newest, goal, desk);
            boolean isMine = journal.append(table, entry) == Creation.CREATED;
            Optional<JournalEntry> found = isMine ? Optional.of(entry) : journal.find(table, entry.version());
            if (found.isPresent() && found.get().runId().equals(entry.runId())) {
                desk.publisher.reconcile(Desk.TABLE);
                return ExitCode.DONE;
            }
        }
    }

    private JournalEntry entry(JournalEntry newest, List<PartitionState> goal, Desk desk) {
        Map<Map<String, String>, PartitionState> now = newest.states();
        List<Change> changes = new ArrayList<>();
        for (PartitionState state : goal) {
            PartitionState old = now.put(state.values(), state);
            changes.add(new Change(
                    state.values(),
                    old == null ? null : old.location(),
                    state.location(),
                    state.rows(),
                    state.checksum()));
        }
        return new JournalEntry(
                newest.version() + 1,
                runId().text(),
                "f".repeat(64),
                "all",
                desk.clock.instant(),
                changes,
                List.copyOf(now.values()));
    }
}
