/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog.glue;

import static dev.saltern.jobs.publish.catalog.glue.GlueTestTables.creates;
import static dev.saltern.jobs.publish.catalog.glue.GlueTestTables.day;
import static dev.saltern.jobs.publish.catalog.glue.GlueTestTables.drops;
import static dev.saltern.jobs.publish.catalog.glue.GlueTestTables.location;
import static dev.saltern.jobs.publish.catalog.glue.GlueTestTables.table;
import static dev.saltern.jobs.publish.catalog.glue.GlueTestTables.updates;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.conf.Bucket;
import dev.saltern.conf.Evolve;
import dev.saltern.conf.Partitioning;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.catalog.Refusal;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.publish.store.Backoff;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.PartitionValueList;

/** What holds in every Glue: in the emulator, which forgives much, and in the strict one. */
abstract class GlueCatalogContract extends GlueForSparkContract {
    @Test
    void partitionsAreMadeMovedAndDropped() {
        TableSpec table = table("moved", "id INT, dt DATE", DAILY);
        GlueCatalog catalog = catalog();
        assertThat(catalog.find(table)).isEmpty();
        assertThat(catalog.partitions(table)).isEmpty();
        catalog.ensureTable(table, location("moved"));
        catalog.ensureTable(table, location("moved"));
        CatalogPartition first = day("2026-01-31", 1);
        CatalogPartition second = day("2026-02-01", 1);
        assertThat(catalog.apply(table, creates(List.of(first, second)))).isEmpty();
        assertThat(catalog.apply(table, creates(List.of(first))))
                .as("someone made it: the caller reads back")
                .isEmpty();
        assertThat(catalog.partitions(table).values()).containsExactlyInAnyOrder(first, second);

        CatalogPartition later = day("2026-01-31", 2);
        assertThat(catalog.apply(table, updates(List.of(later)))).isEmpty();
        assertThat(catalog.partitions(table, List.of(later.values(), Map.of("dt", "1999-01-01"))))
                .containsOnlyKeys(later.values())
                .containsValue(later);
        assertThat(catalog.apply(table, drops(List.of(second.values(), Map.of("dt", "1999-01-01")))))
                .as("gone already is gone")
                .isEmpty();
        assertThat(catalog.partitions(table)).containsOnlyKeys(later.values());
        assertThat(catalog.apply(table, updates(List.of(second))))
                .singleElement()
                .asString()
                .contains("2026-02-01", "EntityNotFoundException");
    }

    @Test
    void tableThatSeveralMakeInTheSameMomentIsMadeOnce() throws InterruptedException {
        TableSpec table = table("raced", "id INT, dt DATE", DAILY);
        CyclicBarrier start = new CyclicBarrier(4);
        ExecutorService threads = Executors.newFixedThreadPool(start.getParties());
        List<Callable<List<Refusal>>> publishers = IntStream.range(1, 1 + start.getParties())
                .mapToObj(i -> (Callable<List<Refusal>>) () -> {
                    GlueCatalog catalog = catalog();
                    start.await();
                    catalog.ensureTable(table, location("raced"));
                    return catalog.apply(table, creates(List.of(day("2026-01-0" + i, 1))));
                })
                .toList();
        assertThat(threads.invokeAll(publishers))
                .allSatisfy(each -> assertThat(each.get()).isEmpty());
        threads.shutdown();
        assertThat(catalog().partitions(table)).hasSize(4);
    }

    @Test
    void oddValuesComeBackAsTheyWere() {
        TableSpec table = table("odd", "id INT, `Day Name` STRING", ODD);
        GlueCatalog catalog = catalog();
        catalog.ensureTable(table, location("odd"));
        CatalogPartition partition = new CatalogPartition(
                Map.of("Day Name", "a/b=c d%2F"), location("_runs/Day Name=a%2Fb%3Dc d"), Map.of());
        catalog.apply(table, creates(List.of(partition)));
        assertThat(catalog.partitions(table)).containsExactly(Map.entry(partition.values(), partition));
        assertThat(catalog.find(table).orElseThrow().partitionColumns()).containsExactly("Day Name");
    }

    @Test
    void tableWithoutPartitionsMovesAsAWholeAndNeverBack() {
        TableSpec table = table("lone", "id INT", Partitioning.NONE);
        GlueCatalog catalog = catalog();
        catalog.ensureTable(table, location("lone"));
        CatalogPartition second = new CatalogPartition(
                Map.of(), location("_runs/lone/r2"), Map.of(CatalogPartition.VERSION, "2", CatalogPartition.RUN, "r2"));
        catalog.apply(table, updates(List.of(second)));
        assertThat(second.matches(catalog.partitions(table).get(Map.of()))).isTrue();
        var stored = glue().getTable(request -> request.databaseName("default").name("lone"))
                .table();
        assertThat(stored.storageDescriptor().serdeInfo().parameters()).containsEntry("path", second.location());

        catalog.apply(
                table,
                updates(List.of(new CatalogPartition(
                        Map.of(), location("_runs/lone/r1"), Map.of(CatalogPartition.VERSION, "1")))));
        assertThat(second.matches(catalog.partitions(table).get(Map.of()))).isTrue();
        catalog.ensureTable(table, location("lone"));
        assertThat(second.matches(catalog.partitions(table).get(Map.of())))
                .as("looking after the table moves nothing")
                .isTrue();
    }

    @Test
    void newColumnsAndCommentsAreTakenInAndTheRestStays() {
        GlueCatalog catalog = catalog();
        catalog.ensureTable(table("grown", "id INT, s STRUCT<a: INT>, dt DATE", DAILY), location("grown"));
        var before = glue().getTable(request -> request.databaseName("default").name("grown"))
                .table();
        Map<String, String> others = new HashMap<>(before.parameters());
        others.put("of-others", "kept");
        glue().updateTable(request -> request.databaseName("default")
                .tableInput(
                        GlueTables.input(before).toBuilder().parameters(others).build()));

        String longComment = "long ".repeat(60);
        TableSpec grown = table(
                "grown", "S STRUCT<b: STRING, a: INT>, id INT COMMENT '" + longComment + "', n DOUBLE, dt DATE", DAILY);
        catalog.ensureTable(grown, location("grown"));
        var after = glue().getTable(request -> request.databaseName("default").name("grown"))
                .table();
        assertThat(after.storageDescriptor().columns())
                .extracting(Column::name, Column::type)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("id", "int"),
                        org.assertj.core.groups.Tuple.tuple("s", "struct<a:int,b:string>"),
                        org.assertj.core.groups.Tuple.tuple("n", "double"));
        assertThat(after.storageDescriptor().columns().get(0).comment())
                .hasSize(255)
                .endsWith("…");
        assertThat(after.parameters()).containsEntry("of-others", "kept");
        assertThat(catalog.find(grown)
                        .orElseThrow()
                        .schema()
                        .apply("id")
                        .getComment()
                        .get())
                .isEqualTo(longComment);
    }

    @Test
    void tableOfAnotherFormatIsLeftAlone() {
        TableSpec table = table("berg", "id INT, dt DATE", DAILY);
        catalog().ensureTable(table, location("berg"));
        var found = glue().getTable(request -> request.databaseName("default").name("berg"))
                .table();
        Map<String, String> parameters = new HashMap<>(found.parameters());
        parameters.put("table_type", "ICEBERG");
        glue().updateTable(request -> request.databaseName("default")
                .tableInput(GlueTables.input(found).toBuilder()
                        .parameters(parameters)
                        .build()));
        assertThatThrownBy(() -> catalog().find(table))
                .hasMessage(
                        "Cannot use table default.berg in Glue: it is ICEBERG, not Parquet behind partitions. Give the"
                                + " output another name");
    }

    @Test
    void otherBucketsAreRefused() {
        catalog().ensureTable(table("put", "id INT, dt DATE", DAILY), location("put"));
        TableSpec bucketed =
                table("put", "id INT, dt DATE", DAILY, new Bucket(List.of("id"), 2, List.of()), Evolve.REFUSE);
        assertThatThrownBy(() -> catalog().ensureTable(bucketed, location("put")))
                .hasMessageContaining("The buckets of default.put would change");
    }

    @Test
    void partitionsSayWhatTheirFilesHold() {
        RunSchemas runs = (table, run) -> run.equals("r1")
                ? java.util.Optional.of(
                        org.apache.spark.sql.types.StructType.fromDDL("id TINYINT, s STRUCT<a: TINYINT>, dt DATE"))
                : java.util.Optional.empty();
        GlueCatalog catalog = new GlueCatalog(glue(), null, runs, Backoff.NONE);
        TableSpec table = table("typed", "s STRUCT<b: STRING, a: INT>, id INT, n DOUBLE, dt DATE", DAILY);
        catalog.ensureTable(table, location("typed"));
        catalog.apply(table, creates(List.of(day("2026-01-30", 1), day("2026-01-31", 2))));
        assertThat(types("typed", "2026-01-30")).containsExactly("struct<b:string,a:tinyint>", "tinyint");
        assertThat(types("typed", "2026-01-31")).containsExactly("struct<b:string,a:int>", "int", "double");
    }

    @SuppressWarnings("unchecked") // the SDK takes its builders as varargs
    private List<String> types(String table, String day) {
        return glue()
                .batchGetPartition(request -> request.databaseName("default")
                        .tableName(table)
                        .partitionsToGet(
                                PartitionValueList.builder().values(day).build()))
                .partitions()
                .get(0)
                .storageDescriptor()
                .columns()
                .stream()
                .map(Column::type)
                .toList();
    }
}
