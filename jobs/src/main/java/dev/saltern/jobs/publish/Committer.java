/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.journal.Change;
import dev.saltern.jobs.publish.journal.Journal;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.run.Manifest;
import dev.saltern.jobs.publish.run.RunFolder;
import dev.saltern.jobs.publish.run.SealedPartition;
import dev.saltern.jobs.publish.run.SealedRun;
import dev.saltern.jobs.publish.store.Creation;
import dev.saltern.jobs.publish.store.LakeStore;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Appends runs to the journal. */
final class Committer {
    /** How often one version is tried whose fate is not known; with the waits of {@link Backoff#jittered} about a minute. */
    private static final int MAX_ATTEMPTS = 12;

    private final LakeStore lake;
    private final Journal journal;
    private final History history;
    private final InstantSource clock;
    private final Backoff backoff;

    Committer(Stores stores, InstantSource clock, Backoff backoff) {
        this.lake = stores.lake();
        this.journal = stores.journal();
        this.history = new History(stores.journal());
        this.clock = clock;
        this.backoff = backoff;
    }

    /**
     * Appends the run behind the newest entry, again and again if others come first.
     *
     * @return the entry of this run, or that of a run with the same key which came first and is still live
     * @throws SalternException with {@link ExitCode#CONFLICT} if a run that started later has published other rows in the same scope
     */
    JournalEntry commit(SealedRun run) {
        Manifest manifest = run.manifest();
        while (true) {
            Optional<JournalEntry> newest = history.newest(manifest.table());
            if (newest.isPresent()) {
                Optional<JournalEntry> same =
                        history.live(manifest.table(), newest.get(), manifest.key(), manifest.claimed());
                if (same.isPresent()) {
                    return same.get();
                }
                requireNoConflict(manifest, newest.get());
            }
            requireWhole(manifest);
            Optional<JournalEntry> committed = append(manifest.table(), entry(run, newest));
            if (committed.isPresent()) {
                return committed.get();
            }
        }
    }

    /**
     * Appends the entry, and finds out what became of it if no answer came or if the version is taken: an attempt whose answer was lost
     * and that was sent again below meets its own work.
     *
     * @return the entry as it stands in the journal, or empty if another run has the version
     */
    private Optional<JournalEntry> append(String table, JournalEntry entry) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            if (journal.append(table, entry) == Creation.CREATED) {
                return Optional.of(entry);
            }
            Optional<JournalEntry> found = journal.find(table, entry.version());
            if (found.isPresent()) {
                return found.filter(other -> other.runId().equals(entry.runId()));
            }
            backoff.after(attempt);
        }
        throw new SalternException(
                ExitCode.STEP_FAILED,
                "Cannot tell whether version " + entry.version() + " of " + table + " is written: the journal gave no"
                        + " answer " + MAX_ATTEMPTS
                        + " times. Nothing was cleaned up; run again once it can be reached");
    }

    /** Files that are about to be removed must not become live; the grace of the removal is longer than the way from here to the journal. */
    private void requireWhole(Manifest run) {
        if (!new RunFolder(lake, run.table(), run.runId()).isWhole()) {
            throw new SalternException(
                    ExitCode.CONFLICT,
                    "Cannot publish run " + run.runId() + " of " + run.table()
                            + ": it was given up and its files are being removed. Nothing was changed; run again");
        }
    }

    private void requireNoConflict(Manifest run, JournalEntry newest) {
        Optional<PartitionState> conflict = history.conflict(run, newest);
        if (conflict.isPresent()) {
            throw new SalternException(
                    ExitCode.CONFLICT,
                    "Cannot publish run " + run.runId() + " of " + run.table() + ": partition "
                            + conflict.get().values() + " was published meanwhile by run "
                            + conflict.get().runId() + ", which started later. Nothing was changed");
        }
    }

    private JournalEntry entry(SealedRun run, Optional<JournalEntry> before) {
        Manifest manifest = run.manifest();
        long version = before.map(JournalEntry::version).orElse(0L) + 1;
        Map<Map<String, String>, PartitionState> states =
                before.map(JournalEntry::states).orElseGet(LinkedHashMap::new);
        Map<Map<String, String>, SealedPartition> produced = new LinkedHashMap<>();
        manifest.partitions().forEach(partition -> produced.put(partition.values(), partition));
        List<Change> changes = new ArrayList<>();
        for (Map<String, String> values : manifest.claimed()) {
            PartitionState old = states.get(values);
            String from = old == null ? null : old.location();
            PartitionState now = state(run, values, produced.get(values), version);
            if (from != null || now.location() != null) {
                changes.add(new Change(values, from, now.location(), now.rows(), now.checksum()));
            }
            states.put(values, now);
        }
        return new JournalEntry(
                version,
                manifest.runId().text(),
                manifest.key().sha256(),
                manifest.scope(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                changes,
                List.copyOf(states.values()));
    }

    private static PartitionState state(
            SealedRun run, Map<String, String> values, @Nullable SealedPartition produced, long version) {
        String runId = run.manifest().runId().text();
        return produced == null
                ? new PartitionState(values, null, 0, "", runId, version)
                : new PartitionState(
                        values, run.location(produced), produced.rows(), produced.checksum(), runId, version);
    }
}
