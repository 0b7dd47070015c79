/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.journal;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One version of a table. It tells what changed, and also the state of every partition from then on, so that the newest entry alone says
 * what the catalog is to say and which run claimed which partition last.
 *
 * @param version 1 and up, without gaps
 * @param runId the run that made it
 * @param key the run's idempotency key
 * @param scope the claimed periods as text
 * @param committed when it was written, by the clock of the writer
 * @param changes what readers see of it, ordered by values
 * @param projection every partition that was ever claimed, ordered by values
 * @param kind what made it; a run in the entries that do not say
 */
public record JournalEntry(
        long version,
        String runId,
        String key,
        String scope,
        Instant committed,
        List<Change> changes,
        List<PartitionState> projection,
        EntryKind kind) {
    private static final Comparator<Map<String, String>> BY_VALUES =
            Comparator.comparing(values -> new TreeMap<>(values).toString());

    @JsonCreator
    public JournalEntry {
        changes = changes.stream()
                .sorted(Comparator.comparing(Change::values, BY_VALUES))
                .toList();
        projection = projection.stream()
                .sorted(Comparator.comparing(PartitionState::values, BY_VALUES))
                .toList();
        kind = Objects.requireNonNullElse(kind, EntryKind.RUN);
    }

    /** The entry of a run. */
    public JournalEntry(
            long version,
            String runId,
            String key,
            String scope,
            Instant committed,
            List<Change> changes,
            List<PartitionState> projection) {
        this(version, runId, key, scope, committed, changes, projection, EntryKind.RUN);
    }

    /** Returns the state of every partition that was ever claimed, by its values. */
    public Map<Map<String, String>, PartitionState> states() {
        Map<Map<String, String>, PartitionState> states = new LinkedHashMap<>();
        projection.forEach(state -> states.put(state.values(), state));
        return states;
    }
}
