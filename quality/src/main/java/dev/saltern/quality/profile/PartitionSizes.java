/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.util.List;

/**
 * How many rows the partitions of a table hold.
 *
 * @param columns the partition columns
 * @param partitions number of partitions with rows
 * @param minRows rows of the smallest
 * @param medianRows median of their rows
 * @param maxRows rows of the largest
 * @param largest values of the partition columns there, separated by slashes
 */
public record PartitionSizes(
        List<String> columns, long partitions, long minRows, double medianRows, long maxRows, String largest) {
    /** Copies the list. */
    public PartitionSizes {
        columns = List.copyOf(columns);
    }
}
