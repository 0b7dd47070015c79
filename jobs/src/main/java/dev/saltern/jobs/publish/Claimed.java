/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.jobs.publish.journal.Change;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.run.TableSpec;

/**
 * What the journal claims of a table, and readers are to confirm.
 *
 * @param table the table
 * @param entry the entry that claims it
 */
record Claimed(TableSpec table, JournalEntry entry) {
    /** Returns the run that the entry published. */
    RunId run() {
        return new RunId(entry.runId());
    }

    /** Returns the partitions that are to be counted. */
    RowCounter.Wanted wanted() {
        return new RowCounter.Wanted(
                table, entry.changes().stream().map(Change::values).toList());
    }

    /** Returns whether there is anything to count. */
    boolean hasChanges() {
        return !entry.changes().isEmpty();
    }
}
