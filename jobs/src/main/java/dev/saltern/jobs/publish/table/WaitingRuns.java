/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.table;

import dev.saltern.jobs.publish.audit.Audit;
import dev.saltern.jobs.publish.lease.Lease;
import dev.saltern.jobs.publish.lease.Leases;
import dev.saltern.jobs.publish.run.Lake;
import dev.saltern.jobs.publish.run.Manifest;
import dev.saltern.jobs.publish.run.RunFolder;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.store.LakeStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Finds runs that were sealed and never published. */
public final class WaitingRuns {
    private final LakeStore store;
    private final LakeTables tables;
    private final Leases leases;

    /** Opens the runs of a lake. */
    public WaitingRuns(LakeStore store, LakeTables tables, InstantSource clock) {
        this.store = store;
        this.tables = tables;
        this.leases = new Leases(store, clock);
    }

    /**
     * Returns those that are not at work in this moment, the oldest first. One folder is listed for each run; documents are read of those
     * without a receipt.
     */
    public List<WaitingRun> of(LakeTable table) {
        Set<RunId> working =
                leases.live(table.name()).stream().map(Lease::runId).collect(Collectors.toSet());
        return tables.runs(table.name()).stream()
                .filter(run -> !working.contains(run))
                .flatMap(run -> find(table, run).stream())
                .toList();
    }

    private Optional<WaitingRun> find(LakeTable table, RunId run) {
        List<String> names = store.names(Lake.runPath(table.name(), run));
        if (names.contains(RunFolder.RECEIPT) || !names.contains(RunFolder.MANIFEST)) {
            return Optional.empty();
        }
        return tables.manifest(table.name(), run)
                .filter(manifest -> !isPublished(table, manifest))
                .map(manifest -> new WaitingRun(
                        manifest, tables.folder(table.name(), run).read(RunFolder.AUDIT, Audit.class)));
    }

    /** The journal can name a run only behind the version at which it began. */
    private boolean isPublished(LakeTable table, Manifest manifest) {
        long head = table.newest().map(entry -> entry.version()).orElse(0L);
        return LongStream.rangeClosed(manifest.baseVersion() + 1, head)
                .mapToObj(version -> tables.entry(table.name(), version))
                .anyMatch(entry -> entry.runId().equals(manifest.runId().text()));
    }
}
