/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.doctor;

import dev.saltern.jobs.publish.Receipt;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.run.RunFolder;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.store.LakeStore;
import dev.saltern.jobs.publish.table.LakeTables;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells a journal that lost its end by the receipts of the newest runs, rollbacks and compactions. The catalog alone cannot always tell: a
 * rollback shows partitions under their earlier versions, and an entry that only removes partitions leaves none.
 */
final class LostEnd {
    /** How many of the newest runs are asked. */
    private static final int ASKED = 10;

    private final LakeStore lake;
    private final LakeTables tables;

    LostEnd(LakeStore lake, LakeTables tables) {
        this.lake = lake;
        this.tables = tables;
    }

    /**
     * Returns the finding, or empty if no run that is asked became a later version.
     *
     * @param version the newest of the journal, or 0
     */
    Optional<Finding> finding(String table, long version) {
        List<RunId> runs = tables.runs(table);
        return runs.subList(Math.max(0, runs.size() - ASKED), runs.size()).stream()
                .flatMap(run -> tables.folder(table, run).read(RunFolder.RECEIPT, Receipt.class).stream())
                .filter(receipt -> receipt.version() > version)
                .max(Comparator.comparingLong(Receipt::version))
                .filter(receipt -> receipt.version() > newest(table))
                .map(receipt -> new Finding(
                        table,
                        Finding.Kind.JOURNAL_BROKEN,
                        receipt.runId() + " was published as version " + receipt.version() + ", the journal "
                                + (version == 0 ? "has none" : "ends at " + version),
                        CatalogCheck.restore(lake, table)));
    }

    /** A run may have been published since the journal was read. */
    private long newest(String table) {
        return tables.load(table).newest().map(JournalEntry::version).orElse(0L);
    }
}
