/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.rollback;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rollback did, or would do.
 *
 * @param goal what it goes back to
 * @param dryRun whether nothing was done
 * @param tables the tables that it is about
 * @param notes what a person should know before the next run
 */
public record RollbackReport(String goal, boolean dryRun, List<TableLine> tables, List<String> notes) {
    public RollbackReport {
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /** Returns whether there is anything to roll back. */
    public boolean changes() {
        return tables.stream().anyMatch(table -> !table.partitions().isEmpty());
    }

    /**
     * One table.
     *
     * @param table its name
     * @param versionBefore its version before the rollback
     * @param version the version that the rollback made; null where nothing was to do, and in a dry run
     * @param partitions the partitions that change
     */
    public record TableLine(
            String table, long versionBefore, @Nullable Long version, List<PartitionLine> partitions) {
        public TableLine {
            partitions = List.copyOf(partitions);
        }
    }

    /**
     * One partition.
     *
     * @param partition its values as its path has them, or {@code all}
     * @param fromRun the run that it shows; null if there was none
     * @param fromVersion the version that published that run
     * @param fromRows its rows
     * @param toRun the run that it will show; null if no run had claimed it: it disappears
     * @param toVersion the version that had published that run
     * @param toRows its rows; 0 if it disappears
     */
    public record PartitionLine(
            String partition,
            @Nullable String fromRun,
            @Nullable Long fromVersion,
            long fromRows,
            @Nullable String toRun,
            @Nullable Long toVersion,
            long toRows) {}
}
