/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.parted;

import org.apache.hadoop.mapreduce.Job;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructType;
import scala.collection.JavaConverters;
import scala.collection.immutable.Map;

/**
 * Parquet files whose rows are split into {@link Parts} by a column that is not written: each part has a folder of its own below the one
 * that is written to, and the folders of the partitions below that.
 *
 * <p>Spark's own way to split rows, a partition column, computes the folder of every row and copies every row without that column.
 * Here a row is handed on as it is, to one of few files that a task keeps open, and rows of the main part have no columns that are
 * NULL in all of them. The files lie in the folder of the task's attempt, so that the commit protocol moves or removes them with all
 * others. Spark's own counters see one of them.
 *
 * <p>Only for writing; what was written is read as Parquet.
 */
public final class PartedParquet extends ParquetFileFormat {
    /** What a write calls the format. */
    public static final String FORMAT = PartedParquet.class.getName();

    /** Makes the format; Spark calls it by the name of the class. */
    public PartedParquet() {}

    @Override
    public OutputWriterFactory prepareWrite(
            SparkSession session, Job job, Map<String, String> options, StructType columns) {
        Parts parts = Parts.of(JavaConverters.mapAsJavaMap(options));
        StructType written = parts.written(columns);
        OutputWriterFactory parquet = super.prepareWrite(session, job, options, written);
        return new PartedWriterFactory(parquet, parts, written);
    }
}
