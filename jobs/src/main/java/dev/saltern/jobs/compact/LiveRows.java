/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.compact;

import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.publish.store.LakeStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads live partitions from the files that were sealed, whatever the catalog says. */
final class LiveRows {
    private LiveRows() {}

    /** Returns their rows with the columns of the table, one after the other. */
    static Dataset<Row> read(SparkSession session, LakeStore store, TableSpec spec, List<Candidate> candidates) {
        Map<String, TreeSet<String>> byFolder = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            String location = String.valueOf(candidate.state().location());
            byFolder.computeIfAbsent(above(location, spec.partitionColumns().size()), folder -> new TreeSet<>())
                    .add(store.location(location));
        }
        return byFolder.entrySet().stream()
                .map(folder -> session.read()
                        .schema(spec.schema())
                        .option("basePath", store.location(folder.getKey()))
                        .parquet(folder.getValue().toArray(String[]::new)))
                .reduce(Dataset::union)
                .orElseThrow();
    }

    private static String above(String location, int folders) {
        String path = location;
        for (int i = 0; i < folders; i++) {
            path = path.substring(0, path.lastIndexOf('/'));
        }
        return path;
    }
}
