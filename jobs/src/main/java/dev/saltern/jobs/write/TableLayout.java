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
 * @param gathered whether a shuffle of their own brings the rows of a folder together. Without it each task writes the rows that it
 *     computes: right for rows of one folder and without buckets
 */
public record TableLayout(
        List<String> partitionColumns,
        @Nullable Bucket bucket,
        @Nullable Long shuffledBytesPerFile,
        @Nullable Long maxRecordsPerFile,
        boolean gathered) {
    public TableLayout {
        partitionColumns = List.copyOf(partitionColumns);
        if (bucket != null && !gathered) {
            throw new IllegalArgumentException("Invalid layout: the rows of a bucket are gathered");
        }
    }

    /** Returns a layout whose rows are gathered. */
    public TableLayout(
            List<String> partitionColumns,
            @Nullable Bucket bucket,
            @Nullable Long shuffledBytesPerFile,
            @Nullable Long maxRecordsPerFile) {
        this(partitionColumns, bucket, shuffledBytesPerFile, maxRecordsPerFile, true);
    }

    /** Returns the layout for rows that all go to one folder: as they lie, unless they belong into buckets. */
    public TableLayout forOneFolder() {
        return bucket == null
                ? new TableLayout(partitionColumns, null, shuffledBytesPerFile, maxRecordsPerFile, false)
                : this;
    }

    /** Returns the layout of a table without buckets, in files of any size. */
    public static TableLayout of(List<String> partitionColumns) {
        return new TableLayout(partitionColumns, null, null, null);
    }
}
