/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * A table as the catalog has it.
 *
 * @param schema its columns, partition columns last
 * @param partitionColumns the names of the partition columns, in order
 */
public record KnownTable(StructType schema, List<String> partitionColumns) {
    public KnownTable {
        partitionColumns = List.copyOf(partitionColumns);
    }
}
