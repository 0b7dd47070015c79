/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog;

import dev.saltern.conf.Bucket;
import dev.saltern.jobs.publish.run.TableSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A table as the catalog has it.
 *
 * @param schema its columns, partition columns last
 * @param partitionColumns the names of the partition columns, in order
 * @param bucket how its rows are put into buckets, or null for not at all
 */
public record KnownTable(
        StructType schema,
        List<String> partitionColumns,
        @Nullable Bucket bucket) {
    public KnownTable {
        partitionColumns = List.copyOf(partitionColumns);
    }

    /**
     * Returns why the files of a run cannot be shown beside those that the table has: they lie in other buckets, and Spark would read
     * the wrong ones. Empty if they can.
     */
    public Optional<String> bucketProblem(TableSpec table) {
        if (Objects.equals(bucket, table.bucket())) {
            return Optional.empty();
        }
        return Optional.of(
                "The buckets of " + table + " would change: the catalog has " + text(bucket) + ", the pipeline says "
                        + text(table.bucket())
                        + ". Set outputs." + table.table()
                        + ".bucket back, or give the output a new name and publish its days to that");
    }

    private static String text(@Nullable Bucket bucket) {
        return bucket == null ? "none" : bucket.toString();
    }
}
