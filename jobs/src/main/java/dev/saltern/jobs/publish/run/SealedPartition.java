/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

import java.util.List;
import java.util.Map;

/**
 * A partition of a sealed run.
 *
 * @param values the value of each partition column as it stands in the path, unescaped; empty for a table without partitions
 * @param path the partition's folder relative to the run's folder; empty for a table without partitions
 * @param files its files, ordered by path
 * @param rows the sum over the files' footers
 * @param checksum 32 hex digits that do not depend on the order of the rows or on how they are spread over files
 */
public record SealedPartition(
        Map<String, String> values, String path, List<SealedFile> files, long rows, String checksum) {
    public SealedPartition {
        values = Claim.ordered(values);
        files = List.copyOf(files);
    }
}
