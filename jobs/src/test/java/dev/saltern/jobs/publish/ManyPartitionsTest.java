/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.Evolve;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.catalog.glue.GlueCatalog;
import dev.saltern.jobs.publish.catalog.glue.GlueTestTables;
import dev.saltern.jobs.publish.catalog.glue.ManifestSchemas;
import dev.saltern.jobs.publish.journal.Change;
import dev.saltern.jobs.publish.journal.JournalEntry;
import dev.saltern.jobs.publish.journal.LakeJournal;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.run.Claim;
import dev.saltern.jobs.publish.run.IdempotencyKey;
import dev.saltern.jobs.publish.run.Lake;
import dev.saltern.jobs.publish.run.ParquetFiles;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.publish.store.HadoopStore;
import dev.saltern.jobs.publish.store.LakeStore;
import dev.saltern.test.kit.glue.StrictGlue;
import dev.saltern.transforms.internal.Spark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.glue.GlueClient;

/** Thousands of days go live at once, then move at once: what Glue is asked for that, from the commit to the receipt. */
class ManyPartitionsTest {
    private final SparkSession spark = MetastoreSession.spark();
    private final TableSpec table = new TableSpec(
            "default", "many", StructType.fromDDL("id INT, dt DATE"), Runs.DAILY, null, Evolve.REFUSE, null);

    @TempDir
    private Path root;

    @Test
    void thousandPartitionsTakeThreeCallsPerHundredAtMost() throws IOException {
        publish(1_000);
    }

    @Tag("slow")
    @Test
    void tenThousandPartitionsTakeThreeCallsPerHundredAtMost() throws IOException {
        publish(10_000);
    }

    private void publish(int days) throws IOException {
        GlueTestTables.Counter counter = new GlueTestTables.Counter();
        LakeStore store = HadoopStore.local(
                new Lake(root.toString()).root(), Spark.state(spark).newHadoopConf());
        try (StrictGlue server = StrictGlue.start();
                GlueClient glue = GlueTestTables.client(server.endpoint(), counter)) {
            GlueCatalog catalog = new GlueCatalog(glue, null, new ManifestSchemas(store));
            LakeJournal journal = new LakeJournal(store);
            Stores stores = new Stores(
                    store, journal, catalog, new ParquetFiles(spark, store), new LocationRowCounter(spark, catalog));
            Publisher publisher = new Publisher(stores, InstantSource.system());
            Path file = parquet();
            for (int version = 1; version <= 2; version++) {
                int before = counter.requests();
                journal.append("many", entry(version, days, file));
                publisher.reconcile(table);
                int requests = counter.requests() - before;
                int most = 3 * (int) Math.ceil(days / 100.0);
                System.out.println(days + " partitions " + (version == 1 ? "created" : "moved") + ": " + requests
                        + " calls of Glue, " + most + " at most; so far " + server.calls());
                assertThat(requests).isLessThanOrEqualTo(most);
                Map<Map<String, String>, CatalogPartition> found = catalog.partitions(table);
                assertThat(found).hasSize(days);
                String current = Integer.toString(version);
                assertThat(found.values())
                        .allMatch(partition ->
                                current.equals(partition.parameters().get(CatalogPartition.VERSION)));
            }
        }
    }

    private Path parquet() throws IOException {
        Path folder = root.resolve("_source");
        spark.range(3).selectExpr("CAST(id AS INT) AS id").coalesce(1).write().parquet(folder.toString());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Every day is the same file under another name. */
    private JournalEntry entry(int version, int days, Path file) throws IOException {
        Scope scope = new Scope(
                LocalDate.parse("2000-01-01"), LocalDate.parse("2000-01-01").plusDays(days - 1));
        Claim claim = Claim.of(scope, Runs.DAILY);
        IdempotencyKey key = IdempotencyKey.of(List.of(), Integer.toString(version), "f", claim.text());
        String run = RunId.create(claim, key).text();
        List<PartitionState> states = claim.partitions().stream()
                .map(values -> new PartitionState(
                        values, "_runs/many/" + run + "/dt=" + values.get("dt"), 3, "c", run, version))
                .toList();
        for (PartitionState state : states) {
            Path folder = Files.createDirectories(root.resolve(state.location()));
            Files.createLink(folder.resolve("part.parquet"), file);
        }
        List<Change> changes = states.stream()
                .map(state -> new Change(state.values(), null, state.location(), 3, "c"))
                .toList();
        return new JournalEntry(version, run, key.sha256(), claim.text(), Instant.EPOCH, changes, states);
    }
}
