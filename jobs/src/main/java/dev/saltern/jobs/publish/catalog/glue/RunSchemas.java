/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog.glue;

import dev.saltern.jobs.publish.run.TableSpec;
import java.util.Optional;
import org.apache.spark.sql.types.StructType;

/** Knows what the files of earlier runs hold: a partition may be put back long after its run. */
@FunctionalInterface
public interface RunSchemas {
    /** Knows of no run; partitions are then described as the table that is published. */
    RunSchemas NONE = (table, runId) -> Optional.empty();

    /**
     * Returns the schema that a run wrote, or empty if that is not known.
     *
     * @param table the run's table
     * @param runId the run's name
     */
    Optional<StructType> find(TableSpec table, String runId);
}
