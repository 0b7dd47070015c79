/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.redirect;

import dev.saltern.jobs.publish.journal.PartitionState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One partition on its way from one state to another.
 *
 * @param values the partition's values; empty for a table without partitions
 * @param from its state when this was decided, or null if no run had ever claimed it
 * @param to its state from then on, or null for as if no run had ever claimed it
 */
public record Redirect(
        Map<String, String> values,
        @Nullable PartitionState from,
        @Nullable PartitionState to) {
    public Redirect {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Returns whether anything would be another. */
    public boolean changes() {
        return !Objects.equals(from, to);
    }

    /** Returns where readers were sent before, or null for nowhere. */
    public @Nullable String oldLocation() {
        return from == null ? null : from.location();
    }

    /** Returns where readers are sent from then on, or null for nowhere. */
    public @Nullable String newLocation() {
        return to == null ? null : to.location();
    }
}
