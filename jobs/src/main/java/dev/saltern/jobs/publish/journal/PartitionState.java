/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.journal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the last run that claimed a partition made of it.
 *
 * @param values the partition's values; empty for a table without partitions
 * @param location where readers are sent, relative to the lake's root, or null if the run left the partition empty: it does not exist
 * @param rows its rows
 * @param checksum the checksum of its rows; empty if it does not exist
 * @param runId the run that claimed it last
 * @param version the journal version of that run
 */
public record PartitionState(
        Map<String, String> values, @Nullable String location, long rows, String checksum, String runId, long version) {
    public PartitionState {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
