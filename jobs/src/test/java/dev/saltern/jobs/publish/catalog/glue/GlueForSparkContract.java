/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog.glue;

import static dev.saltern.jobs.publish.catalog.glue.GlueTestTables.creates;
import static dev.saltern.jobs.publish.catalog.glue.GlueTestTables.day;
import static dev.saltern.jobs.publish.catalog.glue.GlueTestTables.location;
import static dev.saltern.jobs.publish.catalog.glue.GlueTestTables.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.Bucket;
import dev.saltern.conf.Evolve;
import dev.saltern.conf.Grain;
import dev.saltern.conf.Partitioning;
import dev.saltern.jobs.publish.MetastoreSession;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.catalog.SessionCatalog;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.publish.store.Backoff;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.hive.metastore.api.Table;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.glue.GlueClient;

/** What Spark finds in every Glue: the tables that it would have written itself. */
abstract class GlueForSparkContract {
    static final Partitioning DAILY = new Partitioning(List.of("dt"), Grain.DAY);
    static final Partitioning ODD = new Partitioning(List.of("Day Name"), Grain.DAY);

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
        return new GlueCatalog(glue(), null, RunSchemas.NONE, Backoff.NONE);
    }

    @Test
    void tableIsTheOneThatSparkItselfWrites() throws Exception {
        Bucket bucket = new Bucket(List.of("Id", "t"), 4, List.of("day"));
        same(table("wide", WIDE + ", `Day Name` STRING", ODD, bucket, Evolve.REFUSE));
        same(table("undivided", "Id INT, v ARRAY<INT>", Partitioning.NONE));
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
