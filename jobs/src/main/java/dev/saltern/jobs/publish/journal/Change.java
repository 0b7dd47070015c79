/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.journal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one journal entry does to one partition. Locations are relative to the lake's root.
 *
 * @param values the partition's values; empty for a table without partitions
 * @param oldLocation where readers were sent before, or null if the partition is new
 * @param newLocation where readers are sent from then on, or null for a tombstone: the partition disappears
 * @param rows the rows at the new location; 0 for a tombstone
 * @param checksum the checksum of the rows at the new location; empty for a tombstone
 */
public record Change(
        Map<String, String> values,
        @Nullable String oldLocation,
        @Nullable String newLocation,
        long rows,
        String checksum) {
    public Change {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
