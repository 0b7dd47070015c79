/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.write;

import dev.saltern.conf.Bucket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table are put into folders and files.
 *
 * @param partitionColumns the columns that name the folders
 * @param bucket which file of its folder a row belongs to, or null if that does not matter
 * @param shuffledBytesPerFile how many bytes of a shuffle become one file, 1 or more; null for Spark's setting. Rows in buckets have
 *     one file for each bucket instead
 * @param maxRecordsPerFile how many rows a file may have, 1 or more, or null for no limit
 */
public record TableLayout(
        List<String> partitionColumns,
        @Nullable Bucket bucket,
        @Nullable Long shuffledBytesPerFile,
        @Nullable Long maxRecordsPerFile) {
    public TableLayout {
        partitionColumns = List.copyOf(partitionColumns);
    }

    /** Returns the layout of a table without buckets, in files of any size. */
    public static TableLayout of(List<String> partitionColumns) {
        return new TableLayout(partitionColumns, null, null, null);
    }
}
