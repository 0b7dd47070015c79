/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.status;

/**
 * One version of a table's journal.
 *
 * @param version its number
 * @param committed when it was written
 * @param kind {@code run}, {@code rollback} or {@code compaction}
 * @param run what made it
 * @param scope the days that it claimed, or for a rollback where it goes back to
 * @param partitions how many partitions it sends readers to
 * @param removed how many partitions disappeared with it
 * @param rows the rows of the partitions that it sends readers to
 * @param live how many partitions still show what this run made of them
 * @param note what became of it, or empty
 */
public record VersionLine(
        long version,
        String committed,
        String kind,
        String run,
        String scope,
        int partitions,
        int removed,
        long rows,
        int live,
        String note) {}
