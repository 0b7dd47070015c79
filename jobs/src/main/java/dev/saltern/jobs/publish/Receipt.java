/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.run.TableSpec;
import java.time.Instant;

/**
 * That a run is published and that readers get exactly its rows.
 *
 * @param table the table
 * @param runId the run whose rows are live
 * @param key its idempotency key
 * @param version the journal version that published it
 * @param partitions the partitions that it published
 * @param tombstones the partitions that disappeared with it
 * @param rows the rows of the published partitions, counted through the catalog
 * @param verified when they were counted
 */
public record Receipt(
        String table,
        String runId,
        String key,
        long version,
        int partitions,
        int tombstones,
        long rows,
        Instant verified) {
    /** Returns the receipt of an entry whose rows were counted. */
    static Receipt of(TableSpec table, JournalEntry entry, long rows, Instant verified) {
        int tombstones = (int) entry.changes().stream()
                .filter(change -> change.newLocation() == null)
                .count();
        int partitions = entry.changes().size() - tombstones;
        return new Receipt(
                table.table(), entry.runId(), entry.key(), entry.version(), partitions, tombstones, rows, verified);
    }
}
