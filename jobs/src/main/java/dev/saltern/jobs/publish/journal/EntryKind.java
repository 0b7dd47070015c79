/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.journal;

/** What made a journal entry. */
public enum EntryKind {
    /** A run published the rows that it wrote. */
    RUN,
    /** Partitions were pointed at what they held before; no row was written. */
    ROLLBACK,
    /** The same rows were written anew in fewer files. */
    COMPACTION
}
