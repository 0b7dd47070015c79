/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.catalog.Catalog;
import dev.saltern.jobs.publish.catalog.CatalogBatch;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.catalog.Refusal;
import dev.saltern.jobs.publish.journal.Journal;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.publish.store.Backoff;
import dev.saltern.jobs.publish.store.LakeStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the catalog say what the journal says, whoever made them differ. */
final class Applier {
    /**
     * How often the catalog is changed and read back before giving up; more than once if others change it at the same time, or if it
     * refuses some of the changes. With the waits of {@link Backoff#jittered} this lasts for a minute on the average.
     */
    private static final int MAX_ROUNDS = 12;

    private final LakeStore lake;
    private final Journal journal;
    private final Catalog catalog;
    private final Backoff backoff;

    Applier(Stores stores) {
        this.lake = stores.lake();
        this.journal = stores.journal();
        this.catalog = stores.catalog();
        this.backoff = stores.lake().backoff();
    }

    /**
     * Applies the newest journal entry of the table and reads back until nothing differs.
     *
     * @return the entry that the catalog follows, or empty if nothing was ever published
     * @throws SalternException if the catalog still differs after some rounds, or is ahead of the journal
     */
    Optional<JournalEntry> apply(TableSpec table) {
        if (journal.head(table.table()).isEmpty()) {
            Ahead.require(table.toString(), 0, catalog.partitions(table).values());
            return Optional.empty();
        }
        catalog.ensureTable(table, lake.location(table.table()));
        List<Refusal> refusals = List.of();
        for (int round = 0; round < MAX_ROUNDS; round++) {
            // The catalog is read first: whatever it says, the journal that is read after it is as new or newer.
            Map<Map<String, String>, CatalogPartition> found = catalog.partitions(table);
            JournalEntry entry = newest(table);
            Ahead.require(table.toString(), entry.version(), found.values());
            CatalogBatch changes = new Projection(entry, lake).missingFrom(found);
            if (changes.isEmpty()) {
                return Optional.of(entry);
            }
            if (round > 0) {
                backoff.after(round - 1);
            }
            refusals = change(table, changes);
        }
        throw new SalternException(
                ExitCode.INTERNAL,
                "Cannot apply the journal of " + table + ": the catalog still differs after " + MAX_ROUNDS + " rounds"
                        + (refusals.isEmpty() ? "" : " (" + refusals.get(0) + ")")
                        + ". The run is committed; the next one makes the catalog follow");
    }

    private List<Refusal> change(TableSpec table, CatalogBatch changes) {
        List<Refusal> refusals = new ArrayList<>();
        for (CatalogBatch piece : changes.pieces()) {
            refusals.addAll(catalog.apply(table, piece));
            Crash.at(CrashPoint.IN_APPLY);
        }
        return refusals;
    }

    private JournalEntry newest(TableSpec table) {
        return journal.load(table.table(), journal.head(table.table()).orElseThrow());
    }
}
