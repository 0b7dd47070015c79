/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.table;

import dev.saltern.conf.Bucket;
import dev.saltern.conf.Evolve;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.catalog.Catalog;
import dev.saltern.jobs.publish.catalog.KnownTable;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.run.Manifest;
import dev.saltern.jobs.publish.run.TableSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A table as its journal and its runs tell of it.
 *
 * @param name the table
 * @param newest the newest entry of its journal, or empty if nothing was ever published
 * @param manifest that of the run published last, or of another where that one is gone; empty if no run was ever sealed
 * @param problem why its journal cannot be read, such as a hole; the newest entry is empty then
 */
public record LakeTable(
        String name, Optional<JournalEntry> newest, Optional<Manifest> manifest, Optional<String> problem) {
    /**
     * Returns this table.
     *
     * @throws SalternException if its journal cannot be read
     */
    public LakeTable requireSound() {
        problem.ifPresent(text -> {
            throw new SalternException(ExitCode.UNSOUND, text);
        });
        return this;
    }

    /** Returns the pipeline that publishes the table. */
    public Optional<String> pipeline() {
        return manifest.map(Manifest::pipeline);
    }

    /** Returns what is live: the partitions that have files. */
    public List<PartitionState> live() {
        return newest.map(JournalEntry::projection).orElse(List.of()).stream()
                .filter(state -> state.location() != null)
                .toList();
    }

    /** Returns the state of every partition that was ever claimed. */
    public Map<Map<String, String>, PartitionState> states() {
        return newest.map(JournalEntry::states).orElse(Map.of());
    }

    /** Returns how the table is cut. */
    public Partitioning partitioning() {
        return manifest.flatMap(known -> known.claimed().stream().findFirst())
                .map(PartitionDays::partitioning)
                .orElse(Partitioning.NONE);
    }

    /**
     * Returns the table as it is published to a database; its buckets are those of the catalog, or where that does not know the table,
     * those of its last run.
     *
     * @throws SalternException if no manifest tells the columns
     */
    public TableSpec spec(String database, Catalog catalog) {
        Manifest known = manifest.orElseThrow(() -> new SalternException(
                ExitCode.UNSOUND,
                "Cannot tell the columns of " + name + ": no manifest of its runs is left. Publish a day of it again"));
        TableSpec bare = spec(database, known, null);
        Optional<KnownTable> found = catalog.find(bare);
        return spec(database, known, found.isPresent() ? found.get().bucket() : known.bucket());
    }

    private TableSpec spec(String database, Manifest known, @Nullable Bucket bucket) {
        StructType schema = (StructType) StructType.fromJson(known.schema());
        return new TableSpec(database, name, schema, partitioning(), bucket, Evolve.REFUSE, null);
    }
}
