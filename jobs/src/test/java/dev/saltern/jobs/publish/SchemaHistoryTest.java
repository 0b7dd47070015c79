/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.Evolve;
import dev.saltern.jobs.publish.audit.Audit;
import dev.saltern.jobs.publish.catalog.Catalog;
import dev.saltern.jobs.publish.catalog.KnownTable;
import dev.saltern.jobs.publish.catalog.SessionCatalog;
import dev.saltern.jobs.publish.catalog.glue.GlueCatalog;
import dev.saltern.jobs.publish.catalog.glue.GlueTestTables;
import dev.saltern.jobs.publish.catalog.glue.HiveTables;
import dev.saltern.jobs.publish.catalog.glue.ManifestSchemas;
import dev.saltern.jobs.publish.journal.LakeJournal;
import dev.saltern.jobs.publish.run.ParquetFiles;
import dev.saltern.jobs.publish.store.HadoopStore;
import dev.saltern.jobs.publish.store.LakeStore;
import dev.saltern.test.kit.glue.StrictGlue;
import dev.saltern.transforms.internal.Spark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import software.amazon.awssdk.services.glue.GlueClient;

/** Tables whose columns change at random, day after day: whatever was accepted is read whole, every day of it. */
class SchemaHistoryTest {
    private static final int DAYS = 5;
    private static final AtomicInteger TABLES = new AtomicInteger();

    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void everyDayIsReadThroughSparksOwnCatalog(@ForAll long seed) throws Exception {
        throughSparksOwnCatalog(seed);
    }

    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void everyDayIsReadAsGlueHasIt(@ForAll long seed) throws Exception {
        asGlueHasIt(seed);
    }

    @Tag("slow")
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void everyDayOfManyTablesIsReadThroughSparksOwnCatalog(@ForAll long seed) throws Exception {
        throughSparksOwnCatalog(seed);
    }

    @Tag("slow")
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void everyDayOfManyTablesIsReadAsGlueHasIt(@ForAll long seed) throws Exception {
        asGlueHasIt(seed);
    }

    private static void throughSparksOwnCatalog(long seed) throws Exception {
        SparkSession spark = MetastoreSession.spark();
        SessionCatalog catalog = new SessionCatalog(spark);
        new History("evolving_" + TABLES.incrementAndGet(), Stores.of(spark, store(), catalog), () -> {}).check(seed);
    }

    private static void asGlueHasIt(long seed) throws Exception {
        SparkSession spark = MetastoreSession.spark();
        String name = "evolving_" + TABLES.incrementAndGet();
        try (StrictGlue server = StrictGlue.start();
                GlueClient glue = GlueTestTables.client(server.endpoint())) {
            LakeStore store = store();
            GlueCatalog catalog = new GlueCatalog(glue, null, new ManifestSchemas(store));
            Stores stores = new Stores(
                    store,
                    new LakeJournal(store),
                    catalog,
                    new ParquetFiles(spark, store),
                    new LocationRowCounter(spark, catalog));
            new History(name, stores, () -> HiveTables.mirror(glue, "default", name)).check(seed);
        }
    }

    private static LakeStore store() {
        return HadoopStore.local(
                MetastoreSession.lake().root(),
                Spark.state(MetastoreSession.spark()).newHadoopConf());
    }

    /** Makes Spark see what a catalog holds. */
    private interface Showing {
        void show() throws Exception;
    }

    /** The days of one table. */
    private record History(EvolvingTable table, Catalog catalog, Showing showing) {
        History(String name, Stores stores, Showing showing) {
            this(new EvolvingTable(name, stores), stores.catalog(), showing);
        }

        void check(long seed) throws Exception {
            Random random = new Random(seed);
            RandomSchema schema = new RandomSchema(random);
            List<String> told = new ArrayList<>();
            for (int day = 0; day < DAYS; day++) {
                StructType before = schema.columns();
                StructType written = day == 0 ? before : schema.change();
                Evolve evolve = random.nextInt(4) == 0 ? Evolve.REFUSE : Evolve.ALLOW;
                Optional<KnownTable> known = catalog.find(table.table(written, evolve));
                Audit audit = table.run(written, evolve);
                told.add(written.toDDL() + " " + evolve + " " + audit.reasons());
                if (audit.hasPassed()) {
                    showing.show();
                    assertThat(table.read())
                            .as("seed " + seed + ": " + String.join("\n", told))
                            .isEqualTo(table.expected(catalog));
                } else {
                    schema.restore(before);
                    assertThat(catalog.find(table.table(written, evolve)))
                            .as("a refused run changes nothing, seed " + seed)
                            .isEqualTo(known);
                }
            }
        }
    }
}
