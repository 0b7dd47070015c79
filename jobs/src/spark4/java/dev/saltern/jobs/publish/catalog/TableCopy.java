/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog;

import org.apache.spark.sql.catalyst.catalog.CatalogStorageFormat;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import scala.Option;
import scala.collection.immutable.Map;

/** A table of Spark's catalog with other values in it, by all that Spark 4 knows of a table. */
final class TableCopy {
    private TableCopy() {}

    static CatalogTable of(
            CatalogTable table, CatalogStorageFormat storage, Map<String, String> properties, Option<String> comment) {
        return table.copy(
                table.identifier(),
                table.tableType(),
                storage,
                table.schema(),
                table.provider(),
                table.partitionColumnNames(),
                table.bucketSpec(),
                table.owner(),
                table.createTime(),
                table.lastAccessTime(),
                table.createVersion(),
                properties,
                table.stats(),
                table.viewText(),
                comment,
                table.collation(),
                table.unsupportedFeatures(),
                table.tracksPartitionsInCatalog(),
                table.schemaPreservesCase(),
                table.ignoredProperties(),
                table.viewOriginalText());
    }
}
