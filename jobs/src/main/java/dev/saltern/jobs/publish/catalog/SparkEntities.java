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
import scala.Option;
import scala.collection.Seq;

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
        if (table.bucketSpec().isEmpty()) {
            return new KnownTable(table.schema(), partitions, null);
        }
        BucketSpec spec = table.bucketSpec().get();
        Bucket bucket = new Bucket(
                ScalaCollections.list(spec.bucketColumnNames()),
                spec.numBuckets(),
                ScalaCollections.list(spec.sortColumnNames()));
        return new KnownTable(table.schema(), partitions, bucket);
    }

    /** Returns the partitions with the table's own file format. */
    static Seq<CatalogTablePartition> partitions(CatalogTable table, List<CatalogPartition> partitions) {
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
        Map<String, String> properties = new LinkedHashMap<>(ScalaCollections.map(table.properties()));
        properties.putAll(target.parameters());
        return table.copy(
                table.identifier(),
                table.tableType(),
                at(table.storage(), target.location()),
                table.schema(),
                table.provider(),
                table.partitionColumnNames(),
                table.bucketSpec(),
                table.owner(),
                table.createTime(),
                table.lastAccessTime(),
                table.createVersion(),
                ScalaCollections.map(properties),
                table.stats(),
                table.viewText(),
                table.comment(),
                table.unsupportedFeatures(),
                table.tracksPartitionsInCatalog(),
                table.schemaPreservesCase(),
                table.ignoredProperties(),
                table.viewOriginalText());
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
