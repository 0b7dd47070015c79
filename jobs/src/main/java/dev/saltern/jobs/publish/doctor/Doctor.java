/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.doctor;

import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.LostEnd;
import dev.saltern.jobs.publish.Publisher;
import dev.saltern.jobs.publish.Stores;
import dev.saltern.jobs.publish.gc.GcReport;
import dev.saltern.jobs.publish.gc.Leftovers;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.lease.Leases;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.publish.table.LakeTable;
import dev.saltern.jobs.publish.table.LakeTables;
import dev.saltern.jobs.publish.table.PartitionFiles;
import dev.saltern.jobs.publish.table.WaitingRuns;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at tables, and puts right what can be put right without touching data. */
public final class Doctor {
    private final LakeTables tables;
    private final Stores stores;
    private final InstantSource clock;
    private final CatalogCheck catalog;
    private final LostEnd lostEnd;
    private final FileCheck files;
    private final RowCheck rows;
    private final boolean deep;
    private final boolean repair;

    /**
     * Prepares a look.
     *
     * @param deep whether every live row is read
     * @param repair whether findings are put right
     */
    public Doctor(LakeTables tables, Stores stores, InstantSource clock, boolean deep, boolean repair) {
        PartitionFiles partitionFiles = new PartitionFiles(stores.lake(), tables);
        this.tables = tables;
        this.stores = stores;
        this.clock = clock;
        this.catalog = new CatalogCheck(stores);
        this.lostEnd = new LostEnd(stores.lake(), stores.journal());
        this.files = new FileCheck(partitionFiles);
        this.rows = new RowCheck(stores.data(), tables);
        this.deep = deep;
        this.repair = repair;
    }

    /** Returns what is not as it should be with a table of a database, whether it was put right or not. */
    public List<Finding> examine(LakeTable table, String database) {
        if (table.problem().isPresent()) {
            return List.of(new Finding(
                    table.name(),
                    Finding.Kind.JOURNAL_BROKEN,
                    table.problem().get(),
                    "Publish nothing before the journal is whole"));
        }
        List<Finding> findings = new ArrayList<>();
        table.newest()
                .ifPresentOrElse(
                        newest -> findings.addAll(published(table, newest, database)),
                        () -> findings.addAll(unpublished(table, database)));
        for (var run : new WaitingRuns(stores.lake(), tables, clock).of(table)) {
            findings.add(new Finding(
                    table.name(),
                    Finding.Kind.WAITING_RUN,
                    "run " + run.manifest().runId() + " is sealed, " + run.reason(),
                    run.advice()));
        }
        findings.addAll(besides(table.name()));
        return findings;
    }

    private List<Finding> published(LakeTable table, JournalEntry newest, String database) {
        TableSpec spec;
        try {
            spec = table.spec(database, stores.catalog());
        } catch (SalternException e) {
            return List.of(new Finding(
                    table.name(), Finding.Kind.FILES_MISSING, String.valueOf(e.getMessage()), FileCheck.ADVICE));
        }
        List<Finding> findings = new ArrayList<>(mended(spec, newest));
        List<Finding> broken = files.findings(table);
        findings.addAll(broken);
        if (deep && broken.isEmpty()) {
            findings.addAll(rows.findings(table, spec));
        }
        return findings;
    }

    /** A table without a journal was never published, or has lost it. */
    private List<Finding> unpublished(LakeTable table, String database) {
        return table.manifest().isEmpty()
                ? List.of()
                : catalog.lostJournal(table.spec(database, stores.catalog())).or(() -> lost(table.name(), 0)).stream()
                        .toList();
    }

    private List<Finding> mended(TableSpec spec, JournalEntry newest) {
        List<Finding> found = catalog.findings(spec, newest);
        if (found.stream().noneMatch(finding -> finding.kind() == Finding.Kind.CATALOG_AHEAD)) {
            // To make the catalog follow what is left of the journal would be to guess.
            Optional<Finding> lost = lost(spec.table(), newest.version());
            if (lost.isPresent()) {
                return List.of(lost.get());
            }
        }
        boolean mends = repair
                && !found.isEmpty()
                && found.stream().allMatch(finding -> finding.kind().isRepairable());
        if (!mends) {
            return found;
        }
        new Publisher(stores, clock).reconcile(spec);
        return found.stream().map(Finding::asRepaired).toList();
    }

    private Optional<Finding> lost(String table, long version) {
        return lostEnd.receipt(table, version)
                .map(receipt -> new Finding(
                        table, Finding.Kind.JOURNAL_BROKEN, LostEnd.told(receipt, version), lostEnd.advice(table)));
    }

    private List<Finding> besides(String table) {
        List<Finding> findings = new ArrayList<>();
        long below = stores.lake().files(table).stream()
                .filter(file -> !file.name().startsWith("_") && !file.name().startsWith("."))
                .count();
        if (below > 0) {
            findings.add(new Finding(
                    table,
                    Finding.Kind.FOREIGN_FILES,
                    below + " files lie in " + stores.lake().location(table) + ", which no run writes to",
                    "Somebody wrote by path or by INSERT: move them away"));
        }
        new Leftovers(stores.lake(), new Leases(stores.lake(), clock))
                .of(table, clock.instant().minus(Leases.TTL))
                .forEach(left -> findings.add(leftover(table, left)));
        return findings;
    }

    /** Returns the finding of something that a process left behind; removes it if that is wanted. */
    public Finding leftover(String table, GcReport.Leftover left) {
        Finding finding = new Finding(
                table,
                Finding.Kind.LEFTOVER,
                left.what() + ": " + left.path(),
                "saltern doctor --repair or saltern gc --yes removes it");
        if (!repair) {
            return finding;
        }
        stores.lake().delete(left.path());
        return finding.asRepaired();
    }
}
