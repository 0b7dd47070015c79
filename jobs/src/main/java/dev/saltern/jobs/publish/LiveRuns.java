/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.run.Lake;
import dev.saltern.jobs.publish.run.RunId;
import java.util.Comparator;
import java.util.Optional;

/** Tells which runs hold what a journal entry shows. */
public final class LiveRuns {
    private LiveRuns() {}

    /**
     * Returns the run that holds the files of a partition. That is not always the run that claimed it last: a compaction keeps the run
     * and moves its rows. A partition that is gone has no files; its run knows that it left it empty.
     */
    public static RunId of(PartitionState state) {
        String location = state.location();
        return Optional.ofNullable(location).flatMap(Lake::runAt).orElseGet(() -> new RunId(state.runId()));
    }

    /** Returns the run of the partition that was published last among those live; empty if there are no partitions at all. */
    public static Optional<RunId> newest(JournalEntry entry) {
        return entry.projection().stream()
                .max(Comparator.comparingLong(PartitionState::version))
                .map(LiveRuns::of);
    }
}
