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
import dev.saltern.conf.Grain;
import dev.saltern.conf.Partitioning;
import dev.saltern.jobs.publish.MetastoreSession;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.catalog.SessionCatalog;
import dev.saltern.jobs.publish.run.TableSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.hive.metastore.api.Table;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.PartitionValueList;

/** What holds in every Glue: in the emulator, which forgives much, and in the strict one. */
abstract class GlueCatalogContract {
    static final Partitioning DAILY = new Partitioning(List.of("dt"), Grain.DAY);
    private static final Partitioning ODD = new Partitioning(List.of("Day Name"), Grain.DAY);

    /** Every kind of column, odd names, comments, and so many of them that the schema takes several parameters. */
    private static final String WIDE = "Id INT COMMENT 'The key, it\\'s \"unique\"', `a.b c` TINYINT, s SMALLINT,"
            + " l BIGINT, f FLOAT, d DOUBLE, m DECIMAL(20,4), t STRING, b BINARY, ok BOOLEAN, day DATE, ts TIMESTAMP,"
            + " site STRUCT<Name: STRING COMMENT 'inner', at: STRUCT<lat: DOUBLE, lon: DOUBLE>>, tags ARRAY<STRING>,"
            + " by MAP<STRING, ARRAY<STRUCT<v: DECIMAL(5,2)>>>, "
            + String.join(
                    ", ",
                    java.util.stream.IntStream.range(0, 60)
                            .mapToObj(i -> "filler_with_a_long_name_" + i + " STRING")
                            .toList());

    abstract GlueClient glue();

    GlueCatalog catalog() {
        return new GlueCatalog(glue(), null, RunSchemas.NONE, duration -> {});
    }

    @Test
    void tableIsTheOneThatSparkItselfWrites() throws Exception {
        Bucket bucket = new Bucket(List.of("Id", "t"), 4, List.of("day"));
        same(table("wide", WIDE + ", `Day Name` STRING", ODD, bucket, Evolve.REFUSE));
        same(table("whole", "Id INT, v ARRAY<INT>", Partitioning.NONE));
    }

    private void same(TableSpec table) throws Exception {
        new SessionCatalog(MetastoreSession.spark()).ensureTable(table, location(table.table()));
        catalog().ensureTable(table, location(table.table()));
        Table hive = HiveTables.raw(table.database(), table.table());
        var glue = glue().getTable(
                        request -> request.databaseName(table.database()).name(table.table()))
                .table();

        Map<String, String> parameters = new HashMap<>(glue.parameters());
        assertThat(parameters.remove("classification")).isEqualTo("parquet");
        Map<String, String> expected = new HashMap<>(hive.getParameters());
        expected.remove("transient_lastDdlTime");
        expected.remove("comment");
        expected.keySet().removeIf(key -> key.startsWith("spark.sql.statistics"));
        assertThat(parameters).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(HiveTables.columns(glue.partitionKeys())).isEqualTo(hive.getPartitionKeys());
        var storage = HiveTables.hive(glue.storageDescriptor());
        assertThat(storage.getCols()).isEqualTo(hive.getSd().getCols());
        assertThat(storage.getInputFormat()).isEqualTo(hive.getSd().getInputFormat());
        assertThat(storage.getOutputFormat()).isEqualTo(hive.getSd().getOutputFormat());
        assertThat(storage.getLocation()).isEqualTo(hive.getSd().getLocation());
        assertThat(storage.getSerdeInfo().getSerializationLib())
                .isEqualTo(hive.getSd().getSerdeInfo().getSerializationLib());
        assertThat(storage.getSerdeInfo().getParameters())
                .isEqualTo(hive.getSd().getSerdeInfo().getParameters());
        assertThat(glue.tableType()).isEqualTo(hive.getTableType()).isEqualTo("EXTERNAL_TABLE");
        assertThat(glue.description()).isEqualTo(hive.getParameters().get("comment"));
        assertThat(catalog().find(table)).isEqualTo(new SessionCatalog(MetastoreSession.spark()).find(table));
    }

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
        GlueCatalog catalog = new GlueCatalog(glue(), null, runs, duration -> {});
        TableSpec table = table("typed", "s STRUCT<b: STRING, a: INT>, id INT, n DOUBLE, dt DATE", DAILY);
        catalog.ensureTable(table, location("typed"));
        catalog.apply(table, creates(List.of(day("2026-01-30", 1), day("2026-01-31", 2))));
        assertThat(types("typed", "2026-01-30")).containsExactly("struct<b:string,a:tinyint>", "tinyint");
        assertThat(types("typed", "2026-01-31")).containsExactly("struct<b:string,a:int>", "int", "double");
    }

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

    @Test
    void sparkReadsWhatGlueHolds() throws Exception {
        TableSpec table = table("mirrored", "Id INT, s STRUCT<A: INT>, dt DATE", DAILY);
        GlueCatalog catalog = catalog();
        catalog.ensureTable(table, location("mirrored"));
        CatalogPartition first = day("2026-01-31", 7);
        MetastoreSession.spark()
                .sql("SELECT 1 AS Id, named_struct('A', 2) AS s")
                .write()
                .mode("overwrite")
                .parquet(first.location());
        catalog.apply(table, creates(List.of(first)));
        HiveTables.mirror(glue(), "default", "mirrored");
        assertThat(MetastoreSession.spark().table("mirrored").schema().fieldNames())
                .containsExactly("Id", "s", "dt");
        assertThat(MetastoreSession.spark()
                        .sql("SELECT concat_ws(' ', Id, s.A, dt) FROM mirrored WHERE dt = '2026-01-31'")
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("1 2 2026-01-31");
        assertThat(Set.copyOf(new SessionCatalog(MetastoreSession.spark())
                        .partitions(table)
                        .keySet()))
                .containsExactly(first.values());
    }
}
