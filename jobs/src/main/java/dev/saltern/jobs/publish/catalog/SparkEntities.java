/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog;

import dev.saltern.conf.Bucket;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.catalog.BucketSpec;
import org.apache.spark.sql.catalyst.catalog.CatalogStorageFormat;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.CatalogTablePartition;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Option;

/** Turns partitions into what Spark's external catalog takes. */
final class SparkEntities {
    private SparkEntities() {}

    /** Returns the location in the form in which Hadoop writes a path, or the empty text if there is none. */
    static String location(CatalogStorageFormat storage) {
        return storage.locationUri().isEmpty()
                ? ""
                : new Path(storage.locationUri().get()).toString();
    }

    /** Returns what is known of a table. */
    static KnownTable known(CatalogTable table) {
        List<String> partitions = ScalaCollections.list(table.partitionColumnNames());
        StructType dropped = KnownTable.dropped(ScalaCollections.map(table.properties()));
        if (table.bucketSpec().isEmpty()) {
            return new KnownTable(table.schema(), partitions, null, dropped);
        }
        BucketSpec spec = table.bucketSpec().get();
        Bucket bucket = new Bucket(
                ScalaCollections.list(spec.bucketColumnNames()),
                spec.numBuckets(),
                ScalaCollections.list(spec.sortColumnNames()));
        return new KnownTable(table.schema(), partitions, bucket, dropped);
    }

    /** Returns the partitions with the table's own file format. */
    static scala.collection.immutable.List<CatalogTablePartition> partitions(
            CatalogTable table, List<CatalogPartition> partitions) {
        List<CatalogTablePartition> rows = new ArrayList<>();
        for (CatalogPartition partition : partitions) {
            rows.add(new CatalogTablePartition(
                    ScalaCollections.map(partition.values()),
                    at(table.storage(), partition.location()),
                    ScalaCollections.map(partition.parameters()),
                    0L,
                    -1L,
                    Option.empty()));
        }
        return ScalaCollections.seq(rows);
    }

    /** Returns the table at another location, with the parameters added to its own. */
    static CatalogTable moved(CatalogTable table, CatalogPartition target) {
        return copy(table, at(table.storage(), target.location()), target.parameters(), table.comment());
    }

    /** Returns the table with the parameters added to its own, and with another comment. */
    static CatalogTable described(CatalogTable table, Map<String, String> parameters, @Nullable String comment) {
        return copy(table, table.storage(), parameters, Option.apply(comment));
    }

    private static CatalogTable copy(
            CatalogTable table, CatalogStorageFormat storage, Map<String, String> added, Option<String> comment) {
        Map<String, String> properties = new LinkedHashMap<>(ScalaCollections.map(table.properties()));
        properties.putAll(added);
        return TableCopy.of(table, storage, ScalaCollections.map(properties), comment);
    }

    private static CatalogStorageFormat at(CatalogStorageFormat storage, String location) {
        URI uri = new Path(location).toUri();
        return storage.copy(
                Option.apply(uri),
                storage.inputFormat(),
                storage.outputFormat(),
                storage.serde(),
                storage.compressed(),
                storage.properties());
    }
}
