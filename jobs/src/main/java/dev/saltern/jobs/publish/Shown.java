/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.run.SealedRun;

/**
 * A run that the journal names and that readers see, and whose rows are still to be counted as they see them.
 *
 * @param run the run
 * @param entry its entry, or that of one with the same key that came first and is live
 */
public record Shown(SealedRun run, JournalEntry entry) {}
