/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.compact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a compaction did, or would do.
 *
 * @param dryRun whether nothing was done
 * @param tables the tables that it is about
 * @param notes what was left alone, and why
 */
public record CompactReport(boolean dryRun, List<TableLine> tables, List<String> notes) {
    public CompactReport {
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /**
     * One table.
     *
     * @param table its name
     * @param version the newest version that the compaction made, or null if it made none
     * @param looked how many live partitions are in the days that were asked for
     * @param partitions how many of them have more files than they should
     * @param rows the rows of those
     * @param filesBefore the files of those
     * @param filesAfter the files that they have then; in a dry run those expected
     * @param bytesBefore the bytes of those files
     * @param bytesAfter the bytes then, or null in a dry run
     */
    public record TableLine(
            String table,
            @Nullable Long version,
            int looked,
            int partitions,
            long rows,
            int filesBefore,
            int filesAfter,
            long bytesBefore,
            @Nullable Long bytesAfter) {}
}
