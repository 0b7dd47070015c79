/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.gc;

import dev.saltern.jobs.publish.LiveRuns;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.lease.Lease;
import dev.saltern.jobs.publish.run.Lake;
import dev.saltern.jobs.publish.run.RunId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/** The runs of one table that something refers to, and what that is. */
final class References {
    private final Map<RunId, String> reasons = new LinkedHashMap<>();
    /** The runs that a partition is told to be of; a compaction holds its rows. */
    private final Set<RunId> origins = new HashSet<>();

    /** Notes what the journal shows in its retained versions; older ones are not read. */
    void addJournal(JournalEntry newest, LongFunction<JournalEntry> load, Retention retention, Instant now) {
        Instant cutoff = now.minus(retention.olderThan());
        JournalEntry entry = newest;
        add(entry, "live");
        while (entry.version() > 1) {
            boolean counted = newest.version() - entry.version() + 1 < retention.keepVersions();
            // The entry before this one was live until this one came.
            if (!counted && entry.committed().isBefore(cutoff)) {
                return;
            }
            entry = load.apply(entry.version() - 1);
            add(entry, "shown by version " + entry.version());
        }
    }

    /** Notes where the catalog sends readers. */
    void addCatalog(String table, Collection<CatalogPartition> partitions) {
        String runs = "/" + Lake.runsPath(table) + "/";
        for (CatalogPartition partition : partitions) {
            int at = partition.location().indexOf(runs);
            Optional<RunId> run =
                    at < 0 ? Optional.empty() : Lake.runAt(partition.location().substring(at + 1));
            run.ifPresent(id -> reasons.putIfAbsent(id, "in the catalog"));
        }
    }

    /** Notes which runs are alive. */
    void addLeases(List<Lease> live) {
        live.forEach(lease -> reasons.putIfAbsent(lease.runId(), "running"));
    }

    /** Returns why a run is to stay, or empty if nothing refers to it. */
    Optional<String> reason(RunId run) {
        return Optional.ofNullable(reasons.get(run));
    }

    /** Returns whether the documents of a run tell where live rows come from, though its files hold none of them any more. */
    boolean isOrigin(RunId run) {
        return origins.contains(run);
    }

    private void add(JournalEntry entry, String reason) {
        Set<RunId> runs = new HashSet<>();
        runs.add(new RunId(entry.runId()));
        entry.projection().forEach(state -> {
            runs.add(LiveRuns.of(state));
            origins.add(new RunId(state.runId()));
        });
        runs.forEach(run -> reasons.putIfAbsent(run, reason));
    }
}
