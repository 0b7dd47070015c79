/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import dev.saltern.jobs.publish.run.Manifest;
import dev.saltern.jobs.publish.run.SealedFile;
import dev.saltern.jobs.publish.run.SealedPartition;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run wrote to a table.
 *
 * @param table the table's name
 * @param manifest where its manifest lies, relative to the lake
 * @param partitions what was written, ordered by path
 * @param columns the columns, and those of the run before that are gone
 * @param comparedWith the run that the columns are compared with; null for the first one
 */
public record TableFiles(
        String table,
        String manifest,
        List<PartitionFiles> partitions,
        List<ColumnChange> columns,
        @Nullable String comparedWith) {
    /** Copies the lists. */
    public TableFiles {
        partitions = List.copyOf(partitions);
        columns = List.copyOf(columns);
    }

    /**
     * The files of a partition.
     *
     * @param partition its values, or {@code all} for a table without partitions
     * @param smallest the size of the smallest file in bytes, 0 without files
     * @param largest the size of the largest file in bytes
     */
    public record PartitionFiles(String partition, int files, long rows, long bytes, long smallest, long largest) {
        static PartitionFiles of(SealedPartition sealed) {
            List<Long> sizes = sealed.files().stream().map(SealedFile::size).toList();
            return new PartitionFiles(
                    text(sealed.values()),
                    sizes.size(),
                    sealed.rows(),
                    sizes.stream().mapToLong(Long::longValue).sum(),
                    sizes.stream().mapToLong(Long::longValue).min().orElse(0),
                    sizes.stream().mapToLong(Long::longValue).max().orElse(0));
        }

        private static String text(Map<String, String> values) {
            return values.isEmpty()
                    ? "all"
                    : values.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining("/"));
        }
    }

    /**
     * Returns what a manifest says.
     *
     * @param path where the manifest lies, relative to the lake
     * @param before the manifest of the run before, or null
     */
    public static TableFiles of(Manifest manifest, String path, @Nullable Manifest before) {
        return new TableFiles(
                manifest.table(),
                path,
                manifest.partitions().stream().map(PartitionFiles::of).toList(),
                ColumnChange.between(before == null ? null : before.schema(), manifest.schema()),
                before == null ? null : before.runId().text());
    }

    /** Returns how many files there are. */
    public int files() {
        return partitions.stream().mapToInt(PartitionFiles::files).sum();
    }

    /** Returns their bytes. */
    public long bytes() {
        return partitions.stream().mapToLong(PartitionFiles::bytes).sum();
    }

    /** Returns their rows. */
    public long rows() {
        return partitions.stream().mapToLong(PartitionFiles::rows).sum();
    }

    /** Returns the size of the smallest file. */
    public long smallest() {
        return partitions.stream()
                .filter(partition -> partition.files() > 0)
                .mapToLong(PartitionFiles::smallest)
                .min()
                .orElse(0);
    }

    /** Returns the size of the largest file. */
    public long largest() {
        return partitions.stream().mapToLong(PartitionFiles::largest).max().orElse(0);
    }

    /** Returns whether the columns are not those of the run before. */
    public boolean changed() {
        return columns.stream().anyMatch(column -> column.change() != ColumnChange.Change.SAME);
    }
}
