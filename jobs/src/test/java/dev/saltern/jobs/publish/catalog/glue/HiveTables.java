/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog.glue;

import dev.saltern.jobs.publish.MetastoreSession;
import dev.saltern.transforms.internal.Spark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.hive.conf.HiveConf;
import org.apache.hadoop.hive.metastore.HiveMetaStoreClient;
import org.apache.hadoop.hive.metastore.api.FieldSchema;
import org.apache.hadoop.hive.metastore.api.Partition;
import org.apache.hadoop.hive.metastore.api.SerDeInfo;
import org.apache.hadoop.hive.metastore.api.StorageDescriptor;
import org.apache.hadoop.hive.metastore.api.Table;
import org.apache.thrift.TException;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Column;

/**
 * The metastore of the tests' session, behind Spark's back. A table of Glue is put into it member by member, as the
 * aws-glue-datacatalog-client on EMR gives it to Spark, and Spark then reads it as it would there.
 */
public final class HiveTables {
    private HiveTables() {}

    /** Returns a table as Hive has it. */
    static Table raw(String database, String name) throws TException {
        return client().getTable(database, name);
    }

    /** Makes Spark's catalog hold what Glue holds of a table, in place of what it has under that name. */
    public static void mirror(GlueClient glue, String database, String name) throws TException {
        HiveMetaStoreClient client = client();
        client.dropTable(database, name, false, true);
        client.createTable(hive(
                database,
                glue.getTable(request -> request.databaseName(database).name(name))
                        .table()));
        List<Partition> partitions = new ArrayList<>();
        glue.getPartitionsPaginator(request -> request.databaseName(database).tableName(name)).stream()
                .flatMap(page -> page.partitions().stream())
                .forEach(partition -> partitions.add(new Partition(
                        partition.values(),
                        database,
                        name,
                        0,
                        0,
                        hive(partition.storageDescriptor()),
                        new HashMap<>(partition.parameters()))));
        client.add_partitions(partitions);
        MetastoreSession.spark().catalog().refreshTable("`" + database + "`.`" + name + "`");
    }

    private static Table hive(String database, software.amazon.awssdk.services.glue.model.Table table) {
        return new Table(
                table.name(),
                database,
                "owner",
                0,
                0,
                0,
                hive(table.storageDescriptor()),
                columns(table.partitionKeys()),
                new HashMap<>(table.parameters()),
                null,
                null,
                table.tableType());
    }

    static StorageDescriptor hive(software.amazon.awssdk.services.glue.model.StorageDescriptor storage) {
        Map<String, String> parameters = new HashMap<>(storage.serdeInfo().parameters());
        return new StorageDescriptor(
                columns(storage.columns()),
                storage.location(),
                storage.inputFormat(),
                storage.outputFormat(),
                storage.compressed(),
                storage.numberOfBuckets(),
                new SerDeInfo(null, storage.serdeInfo().serializationLibrary(), parameters),
                new ArrayList<>(),
                new ArrayList<>(),
                new HashMap<>());
    }

    static List<FieldSchema> columns(List<Column> columns) {
        List<FieldSchema> fields = new ArrayList<>();
        columns.forEach(column -> fields.add(new FieldSchema(column.name(), column.type(), column.comment())));
        return fields;
    }

    private static HiveMetaStoreClient client() throws TException {
        return new HiveMetaStoreClient(
                new HiveConf(Spark.state(MetastoreSession.spark()).newHadoopConf(), HiveConf.class));
    }
}
