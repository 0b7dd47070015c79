/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.catalog.KnownTable;
import dev.saltern.jobs.publish.journal.EntryKind;
import dev.saltern.jobs.publish.journal.Journal;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.run.Manifest;
import dev.saltern.jobs.publish.run.RunFolder;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.run.SealedRun;
import dev.saltern.jobs.publish.store.LakeStore;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * Holds a run against those that were committed since it began: its audit may have looked at the catalog before they came, and two
 * first runs of a table have both found none.
 */
final class Misfit {
    private final LakeStore lake;
    private final Journal journal;

    Misfit(Stores stores) {
        this.lake = stores.lake();
        this.journal = stores.journal();
    }

    /**
     * Passes if the run's columns and buckets can be shown beside those of every run that was committed since it began.
     *
     * @throws SalternException with {@link ExitCode#CONFLICT} if they cannot
     */
    void require(SealedRun run, JournalEntry newest) {
        Manifest manifest = run.manifest();
        LongStream.rangeClosed(manifest.baseVersion() + 1, newest.version())
                .mapToObj(version -> version == newest.version() ? newest : journal.load(manifest.table(), version))
                .filter(entry -> entry.kind() == EntryKind.RUN)
                .flatMap(entry -> manifest(entry, manifest.table()))
                .forEach(other -> require(run, other));
    }

    private static void require(SealedRun run, Manifest other) {
        List<String> problems = known(other).problems(run.table());
        if (!problems.isEmpty()) {
            throw new SalternException(
                    ExitCode.CONFLICT,
                    "Cannot publish run " + run.manifest().runId() + " of " + run.table() + ": run " + other.runId()
                            + " was published meanwhile, and the two do not fit. " + String.join("; ", problems)
                            + ". Nothing was changed");
        }
    }

    private Stream<Manifest> manifest(JournalEntry entry, String table) {
        return new RunFolder(lake, table, new RunId(entry.runId())).read(RunFolder.MANIFEST, Manifest.class).stream();
    }

    private static KnownTable known(Manifest manifest) {
        List<String> partitionColumns = manifest.claimed().stream()
                .findFirst()
                .map(values -> List.copyOf(values.keySet()))
                .orElse(List.of());
        StructType schema = (StructType) DataType.fromJson(manifest.schema());
        return new KnownTable(schema, partitionColumns, manifest.bucket());
    }
}
