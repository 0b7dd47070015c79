/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.journal.Journal;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.store.Backoff;
import dev.saltern.jobs.publish.store.Creation;
import java.util.Optional;

/** Appends entries to a journal that may give no answer. */
public final class Appender {
    /** How often one version is tried whose fate is not known; with the waits of {@link Backoff#jittered} about a minute. */
    private static final int MAX_ATTEMPTS = 12;

    private final Journal journal;
    private final Backoff backoff;

    /** Creates an appender. */
    public Appender(Stores stores) {
        this.journal = stores.journal();
        this.backoff = stores.lake().backoff();
    }

    /**
     * Appends the entry, and finds out what became of it if no answer came or if the version is taken: an attempt whose answer was lost
     * and that was sent again below meets its own work.
     *
     * @return the entry as it stands in the journal, or empty if another run has the version
     */
    public Optional<JournalEntry> append(String table, JournalEntry entry) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            if (journal.append(table, entry) == Creation.CREATED) {
                return Optional.of(entry);
            }
            Optional<JournalEntry> found = journal.find(table, entry.version());
            if (found.isPresent()) {
                return found.filter(other -> other.runId().equals(entry.runId()));
            }
            backoff.after(attempt);
        }
        throw new SalternException(
                ExitCode.STEP_FAILED,
                "Cannot tell whether version " + entry.version() + " of " + table + " is written: the journal gave no"
                        + " answer " + MAX_ATTEMPTS
                        + " times. Nothing was cleaned up; run again once it can be reached");
    }
}
