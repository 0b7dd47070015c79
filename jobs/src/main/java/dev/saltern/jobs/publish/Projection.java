/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.jobs.publish.catalog.CatalogBatch;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.store.LakeStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the catalog is to say of a table, as a journal entry has it. */
public final class Projection {
    private final JournalEntry entry;
    private final LakeStore lake;

    /** Prepares the projection of an entry. */
    public Projection(JournalEntry entry, LakeStore lake) {
        this.entry = entry;
        this.lake = lake;
    }

    /** Returns the changes that make the catalog say what the journal says; empty if it does already. */
    public CatalogBatch missingFrom(Map<Map<String, String>, CatalogPartition> catalog) {
        List<CatalogPartition> creates = new ArrayList<>();
        List<CatalogPartition> updates = new ArrayList<>();
        Set<Map<String, String>> extra = new HashSet<>(catalog.keySet());
        for (PartitionState state : entry.projection()) {
            String location = state.location();
            if (location != null) {
                CatalogPartition wanted = wanted(state, location);
                CatalogPartition found = catalog.get(state.values());
                if (found == null) {
                    creates.add(wanted);
                } else if (!wanted.matches(found)) {
                    updates.add(wanted);
                }
                extra.remove(state.values());
            }
        }
        List<Map<String, String>> drops =
                catalog.keySet().stream().filter(extra::contains).toList();
        return new CatalogBatch(creates, updates, drops);
    }

    private CatalogPartition wanted(PartitionState state, String location) {
        return new CatalogPartition(
                state.values(),
                lake.location(location),
                Map.of(
                        CatalogPartition.RUN, state.runId(),
                        CatalogPartition.VERSION, Long.toString(state.version()),
                        CatalogPartition.ROWS, Long.toString(state.rows()),
                        CatalogPartition.CHECKSUM, state.checksum()));
    }
}
