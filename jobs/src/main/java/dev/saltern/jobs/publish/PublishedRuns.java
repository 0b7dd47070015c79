/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.jobs.publish.journal.Journal;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.run.Claim;
import dev.saltern.jobs.publish.run.IdempotencyKey;
import dev.saltern.jobs.publish.run.Manifest;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.run.SealedRun;
import dev.saltern.jobs.publish.run.Sealer;
import dev.saltern.jobs.publish.run.TableSpec;
import java.util.Map;
import java.util.Optional;

/** Tells what earlier runs have published; changes nothing. */
public final class PublishedRuns {
    private final Journal journal;
    private final History history;
    private final Sealer sealer;

    PublishedRuns(Journal journal, History history, Sealer sealer) {
        this.journal = journal;
        this.history = history;
        this.sealer = sealer;
    }

    /** Returns the entry of the run that produced just this and is still live in its whole claim, or empty. */
    public Optional<JournalEntry> live(TableSpec table, IdempotencyKey key, Claim claim) {
        return history.live(table.table(), key, claim.partitions());
    }

    /** Returns the version of a run that produced just this and was rolled back, or empty. */
    public Optional<Long> takenBack(TableSpec table, IdempotencyKey key, Claim claim) {
        return live(table, key, claim).isPresent()
                ? Optional.empty()
                : history.takenBack(table.table(), key, claim.partitions()).map(JournalEntry::version);
    }

    /** Returns what the newest live run of a table has fixed for later runs; empty if nothing was ever published. */
    public Map<String, String> fixed(String table) {
        return history.newest(table)
                .flatMap(LiveRuns::newest)
                .flatMap(run -> sealer.manifest(table, run))
                .map(Manifest::fixed)
                .orElse(Map.of());
    }

    /** Returns the newest entry of a table's journal, or empty if nothing was ever published. */
    public Optional<JournalEntry> newest(String table) {
        return history.newest(table);
    }

    /** Returns what a run wrote to a table, or empty if it was never sealed or is gone. */
    public Optional<Manifest> manifest(String table, RunId run) {
        return sealer.manifest(table, run);
    }

    /** Returns what the newest run before this one wrote to its table, or empty if there was none or it is gone. */
    public Optional<Manifest> before(SealedRun run) {
        String table = run.table().table();
        long base = run.manifest().baseVersion();
        return base == 0
                ? Optional.empty()
                : journal.find(table, base).flatMap(entry -> sealer.manifest(table, new RunId(entry.runId())));
    }

    /** Returns how many of the claimed partitions are live, by the journal: those that a run with this claim replaces or removes. */
    public int livePartitions(TableSpec table, Claim claim) {
        Map<Map<String, String>, PartitionState> states =
                history.newest(table.table()).map(JournalEntry::states).orElse(Map.of());
        return (int) claim.partitions().stream()
                .map(states::get)
                .filter(state -> state != null && state.location() != null)
                .count();
    }
}
