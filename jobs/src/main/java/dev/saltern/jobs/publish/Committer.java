/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.audit.Audit;
import dev.saltern.jobs.publish.journal.Change;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.run.Manifest;
import dev.saltern.jobs.publish.run.RunFolder;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.run.SealedPartition;
import dev.saltern.jobs.publish.run.SealedRun;
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
    private final LakeStore lake;
    private final History history;
    private final Misfit misfit;
    private final InstantSource clock;
    private final Appender appender;

    Committer(Stores stores, InstantSource clock) {
        this.lake = stores.lake();
        this.history = new History(stores.journal());
        this.misfit = new Misfit(stores);
        this.clock = clock;
        this.appender = new Appender(stores);
    }

    /**
     * Appends the run behind the newest entry, again and again if others come first.
     *
     * @return the entry of this run, or that of a run with the same key which came first and is still live
     * @throws SalternException with {@link ExitCode#CONFLICT} if a run that started later has published other rows in the same scope,
     *     or if a run that came first has columns or buckets that do not go with those of this one; with the audit's exit code if it did
     *     not pass
     */
    JournalEntry commit(SealedRun run) {
        Manifest manifest = run.manifest();
        requirePassed(run);
        while (true) {
            Optional<JournalEntry> newest = history.newest(manifest.table());
            if (newest.isPresent()) {
                Optional<JournalEntry> same =
                        history.live(manifest.table(), newest.get(), manifest.key(), manifest.claimed());
                if (same.isPresent()) {
                    return same.get();
                }
                requireNoConflict(manifest, newest.get());
                misfit.require(run, newest.get());
            }
            JournalEntry entry = entry(run, newest);
            // The last look before the append: whatever was removed before it is seen.
            requireWhole(manifest);
            Optional<JournalEntry> committed = appender.append(manifest.table(), entry);
            if (committed.isPresent()) {
                return committed.get();
            }
        }
    }

    private void requirePassed(SealedRun run) {
        RunId runId = run.manifest().runId();
        Optional<Audit> audit = new RunFolder(lake, run.table().table(), runId).read(RunFolder.AUDIT, Audit.class);
        ExitCode exitCode = audit.map(Audit::exitCode).orElse(ExitCode.INTERNAL);
        if (exitCode != ExitCode.DONE) {
            String reason =
                    audit.map(failed -> String.join("; ", failed.reasons())).orElse("it was not audited");
            throw new SalternException(exitCode, "Cannot publish run " + runId + " of " + run.table() + ": " + reason);
        }
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
        history.conflict(run, newest).ifPresent(reason -> {
            throw new SalternException(
                    ExitCode.CONFLICT,
                    "Cannot publish run " + run.runId() + " of " + run.table() + ": " + reason
                            + ". Nothing was changed");
        });
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
