/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.plan;

import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Pipeline;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.stage.StagedSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The table of a pipeline's rows that were set aside: where they come from, why, and their original text. */
public final class QuarantineTable {
    private QuarantineTable() {}

    /**
     * Returns the table: source STRING, file STRING, line BIGINT, original STRING, rule_ids ARRAY of STRING, reasons ARRAY of STRING,
     * run_id STRING, then the pipeline's partition columns.
     */
    static TableSpec spec(Pipeline pipeline, String database) {
        Partitioning partitioning = pipeline.partitioning();
        StructType schema = new StructType()
                .add("source", DataTypes.StringType)
                .add("file", DataTypes.StringType)
                .add("line", DataTypes.LongType)
                .add("original", DataTypes.StringType)
                .add("rule_ids", DataTypes.createArrayType(DataTypes.StringType))
                .add("reasons", DataTypes.createArrayType(DataTypes.StringType))
                .add("run_id", DataTypes.StringType);
        for (StructField column : StagedSchema.partitionFields(partitioning).fields()) {
            schema = schema.add(column);
        }
        return new TableSpec(
                database,
                pipeline.quarantineTable(),
                schema,
                partitioning,
                "Rows of the pipeline " + pipeline.name() + " that were set aside, with their reasons");
    }
}
