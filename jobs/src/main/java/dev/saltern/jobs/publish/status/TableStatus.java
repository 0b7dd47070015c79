/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.status;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is live of a table.
 *
 * @param table its name
 * @param pipeline who publishes it, or null if no manifest tells
 * @param version the newest version of its journal, or 0 if nothing was ever published
 * @param committed when that was written, or null
 * @param run the run published last among those that are live, or null
 * @param partitions how many partitions have rows
 * @param rows their rows
 * @param firstDay the first day that is live, or null for a table without days
 * @param lastDay the last day that is live
 * @param missing the ranges of days between them that no run ever claimed
 * @param missingDays how many days these are
 * @param waiting the runs that were sealed and never published, with the reason
 * @param problem why nothing can be said of the table, or null
 */
public record TableStatus(
        String table,
        @Nullable String pipeline,
        long version,
        @Nullable String committed,
        @Nullable String run,
        long partitions,
        long rows,
        @Nullable String firstDay,
        @Nullable String lastDay,
        List<String> missing,
        long missingDays,
        List<Waiting> waiting,
        @Nullable String problem) {
    public TableStatus {
        missing = List.copyOf(missing);
        waiting = List.copyOf(waiting);
    }

    /**
     * A run that was sealed and never published.
     *
     * @param run its id
     * @param reason why
     * @param rows how many rows it holds
     */
    public record Waiting(String run, String reason, long rows) {}

    /** Returns the status of a table of which nothing can be said. */
    static TableStatus broken(String table, String problem) {
        return new TableStatus(table, null, 0, null, null, 0, 0, null, null, List.of(), 0, List.of(), problem);
    }
}
