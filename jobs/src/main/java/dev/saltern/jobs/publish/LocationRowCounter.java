/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.jobs.publish.catalog.Catalog;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.run.TableSpec;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * Counts the rows of the files at the places that a catalog names, for catalogs that no session of this process asks. Spark answers from
 * the footers; no column is read.
 */
public final class LocationRowCounter implements RowCounter {
    private static final String FILE = "file";

    private final SparkSession spark;
    private final Catalog catalog;

    /** Counts in a session what a catalog names. */
    public LocationRowCounter(SparkSession spark, Catalog catalog) {
        this.spark = spark;
        this.catalog = catalog;
    }

    @Override
    public Map<Map<String, String>, Long> count(TableSpec table, List<Map<String, String>> partitions) {
        Map<Map<String, String>, CatalogPartition> named = catalog.partitions(table, partitions);
        Map<String, Map<String, String>> byLocation = new LinkedHashMap<>();
        for (Map<String, String> values : partitions) {
            CatalogPartition partition = named.get(values);
            if (partition != null) {
                byLocation.put(new Path(partition.location()).toString(), partition.values());
            }
        }
        Map<Map<String, String>, Long> rows = new HashMap<>();
        if (!byLocation.isEmpty()) {
            for (Row file : files(table, List.copyOf(byLocation.keySet()))) {
                String folder =
                        new Path(URI.create(file.getString(0))).getParent().toString();
                rows.merge(byLocation.get(folder), file.getLong(1), Long::sum);
            }
        }
        return rows;
    }

    /** Returns the rows of each file below the locations. */
    private List<Row> files(TableSpec table, List<String> locations) {
        spark.sparkContext().setJobDescription("verify: count " + table.table() + " where the catalog says");
        try {
            return spark.read()
                    .schema(new StructType())
                    // The locations belong to different runs: what their folders are called is no column.
                    .option("recursiveFileLookup", "true")
                    // A bracket in a folder's name is no pattern.
                    .option("__globPaths__", "false")
                    .parquet(locations.toArray(String[]::new))
                    .groupBy(functions.col("_metadata.file_path").as(FILE))
                    .count()
                    .collectAsList();
        } finally {
            spark.sparkContext().setJobDescription(null);
        }
    }
}
