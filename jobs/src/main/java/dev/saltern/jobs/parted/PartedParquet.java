/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.write;

import java.util.Arrays;
import org.apache.hadoop.mapreduce.Job;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Map;

/**
 * Parquet files whose rows are split by the last column that is no partition column, {@link Part#of}, which is not written: each
 * part has a folder of its own below the one that is written to, and the folders of the partitions below that.
 *
 * <p>Spark's own way to split rows, a partition column, computes the folder of every row and copies every row without that column.
 * Here a row is handed on as it is, to one of at most three files that a task keeps open. They lie in the folder of the task's
 * attempt, so that the commit protocol moves or removes them with all others. Spark's own counters see one of them.
 *
 * <p>Only for writing; what was written is read as Parquet.
 */
public final class PartedParquet extends ParquetFileFormat {
    /** Number of partition columns, an option of the write. */
    static final String PARTITION_COLUMNS = "partition-columns";

    /** Makes the format; Spark calls it by the name of the class. */
    public PartedParquet() {}

    @Override
    public OutputWriterFactory prepareWrite(
            SparkSession session, Job job, Map<String, String> options, StructType columns) {
        int last = columns.length() - 1;
        if (!columns.apply(last).name().equals(TableFolder.ROWS)) {
            throw new IllegalArgumentException("Cannot split rows: the last column is "
                    + columns.apply(last).name() + " and must be " + TableFolder.ROWS);
        }
        StructType written = new StructType(Arrays.copyOf(columns.fields(), last));
        OutputWriterFactory parquet = super.prepareWrite(session, job, options, written);
        return new PartedWriterFactory(parquet, written, Integer.parseInt(options.apply(PARTITION_COLUMNS)));
    }
}
