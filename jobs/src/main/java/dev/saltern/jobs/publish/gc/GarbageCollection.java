/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.gc;

import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.Ahead;
import dev.saltern.jobs.publish.Stores;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.lease.Leases;
import dev.saltern.jobs.publish.run.RunFolder;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.store.LakeStore;
import dev.saltern.jobs.publish.store.StoredFile;
import dev.saltern.jobs.publish.table.LakeTable;
import dev.saltern.jobs.publish.table.LakeTables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Removes the runs of tables that no retained version of the journal, no catalog location and no lease refers to.
 *
 * <p>A run is marked first. A publish and a rollback look for the mark right before they append to the journal, and the grace is longer
 * than their way from there; so when the grace is over, whatever came before the mark stands in the journal, which is read again. A
 * table whose journal cannot be trusted is left alone.
 */
public final class GarbageCollection {
    /** How long it is known of a run that it was removed: longer than a machine is suspended with a run on it. */
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final LakeTables tables;
    private final LakeStore store;
    private final Stores stores;
    private final Leases leases;
    private final Retention retention;
    private final InstantSource clock;
    private final Instant now;
    private final boolean dryRun;

    private final List<GcReport.RunLine> lines = new ArrayList<>();
    private final List<GcReport.Leftover> leftovers = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int kept;
    private @Nullable Instant next;

    /** Prepares a collection. */
    public GarbageCollection(
            LakeTables tables, Stores stores, Retention retention, InstantSource clock, boolean dryRun) {
        this.tables = tables;
        this.store = stores.lake();
        this.stores = stores;
        this.leases = new Leases(store, clock);
        this.retention = retention;
        this.clock = clock;
        this.now = clock.instant();
        this.dryRun = dryRun;
    }

    /** Collects a table of a database; what cannot be judged is left alone and told. */
    public void collect(LakeTable table, String database) {
        try {
            table.requireSound();
            // Listed first: a run that is there has announced itself, and its lease is read behind.
            List<RunId> runs = tables.runs(table.name());
            References references = references(table, database);
            for (RunId run : runs) {
                collect(table.name(), run, references);
            }
            new Leftovers(store, leases)
                    .of(table.name(), now.minus(retention.olderThan()))
                    .forEach(this::leftover);
        } catch (SalternException e) {
            problems.add(table.name() + ": " + e.getMessage());
        }
    }

    /** Takes note of something else that goes; removes it. */
    public void leftover(GcReport.Leftover leftover) {
        leftovers.add(leftover);
        if (!dryRun) {
            store.delete(leftover.path());
        }
    }

    /** Returns what was done so far. */
    public GcReport report() {
        List<GcReport.RunLine> removed =
                lines.stream().filter(line -> line.fate() == RunFate.REMOVED).toList();
        return new GcReport(
                dryRun,
                lines,
                kept,
                leftovers,
                removed.stream().mapToLong(GcReport.RunLine::files).sum()
                        + leftovers.stream().mapToLong(GcReport.Leftover::files).sum(),
                removed.stream().mapToLong(GcReport.RunLine::bytes).sum()
                        + leftovers.stream().mapToLong(GcReport.Leftover::bytes).sum(),
                next == null
                        ? null
                        : next.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1).toString(),
                problems);
    }

    /** Leases first, the journal last: what a run gives up in the one it has in the next. */
    private References references(LakeTable table, String database) {
        References references = new References();
        references.addLeases(leases.live(table.name()));
        Collection<CatalogPartition> shown =
                table.manifest().isEmpty() && table.newest().isEmpty()
                        ? List.of()
                        : stores.catalog()
                                .partitions(table.spec(database, stores.catalog()))
                                .values();
        references.addCatalog(table.name(), shown);
        LakeTable fresh = tables.load(table.name()).requireSound();
        long head = fresh.newest().map(entry -> entry.version()).orElse(0L);
        Ahead.require(table.name(), head, shown);
        fresh.newest()
                .ifPresent(newest ->
                        references.addJournal(newest, version -> tables.entry(table.name(), version), retention, now));
        return references;
    }

    private void collect(String table, RunId run, References references) {
        RunFolder folder = tables.folder(table, run);
        Optional<Condemnation> removal = folder.read(RunFolder.REMOVED, Condemnation.class);
        if (removal.isPresent()) {
            keepRemoved(folder, removal.get());
            return;
        }
        Optional<Condemnation> mark = folder.read(RunFolder.CONDEMNED, Condemnation.class);
        boolean young = run.started().isAfter(now.minus(retention.olderThan()));
        RunFate fate = fate(young || references.reason(run).isPresent(), mark);
        if (fate == RunFate.KEPT) {
            kept++;
            return;
        }
        boolean keepsDocuments = references.isOrigin(run);
        List<StoredFile> files = store.files(folder.path()).stream()
                .filter(file -> !keepsDocuments || !file.name().startsWith("_"))
                .toList();
        if (keepsDocuments && files.isEmpty()) {
            kept++;
            return;
        }
        long bytes = files.stream().mapToLong(StoredFile::size).sum();
        lines.add(new GcReport.RunLine(table, run.text(), fate, files.size(), bytes));
        if (fate == RunFate.MARKED || fate == RunFate.WAITING) {
            Instant over = mark.map(Condemnation::since).orElse(now).plus(retention.grace());
            next = next == null || over.isBefore(next) ? over : next;
        }
        if (!dryRun) {
            carryOut(folder, fate, keepsDocuments ? files : List.of());
        }
    }

    /** A run stays removed, whatever a process that slept writes to it, for longer than any process sleeps. */
    private void keepRemoved(RunFolder folder, Condemnation removal) {
        if (dryRun) {
            return;
        }
        if (removal.since().plus(REMEMBERED).isBefore(now)) {
            folder.forget();
        } else {
            folder.clear();
        }
    }

    private RunFate fate(boolean needed, Optional<Condemnation> mark) {
        if (needed) {
            return mark.isPresent() ? RunFate.SPARED : RunFate.KEPT;
        }
        if (mark.isEmpty()) {
            return RunFate.MARKED;
        }
        return mark.get().since().plus(retention.grace()).isAfter(now) ? RunFate.WAITING : RunFate.REMOVED;
    }

    private void carryOut(RunFolder folder, RunFate fate, List<StoredFile> some) {
        switch (fate) {
            // The moment of the mark, not of the collection's beginning: the grace must not have begun before it is
            // there.
            case MARKED -> folder.writeOnce(RunFolder.CONDEMNED, new Condemnation(clock.instant()));
            case SPARED -> store.delete(folder.path() + "/" + RunFolder.CONDEMNED);
            case REMOVED -> {
                if (some.isEmpty()) {
                    folder.remove(new Condemnation(now));
                }
                some.forEach(file -> store.delete(file.path()));
            }
            case KEPT, WAITING -> {}
        }
    }
}
