/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.parted;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetWriteSupport;
import org.apache.spark.sql.types.StructType;

/** Opens the files of the parts, each at the first row that goes there. Serializable: it is sent to the tasks. */
final class PartedWriterFactory extends OutputWriterFactory {
    private static final long serialVersionUID = 1L;

    private final OutputWriterFactory parquet;
    private final Parts parts;
    private final StructType written;

    /**
     * Prepares the files of a write.
     *
     * @param parquet opens a file of rows without the column of the part
     * @param written the columns of such a file
     */
    PartedWriterFactory(OutputWriterFactory parquet, Parts parts, StructType written) {
        this.parquet = parquet;
        this.parts = parts;
        this.written = written;
    }

    @Override
    public String getFileExtension(TaskAttemptContext context) {
        return parquet.getFileExtension(context);
    }

    @Override
    public OutputWriter newInstance(String path, StructType columns, TaskAttemptContext context) {
        return new PartedWriter(
                path,
                written,
                parts.main(),
                part -> parquet.newInstance(
                        parts.path(part, path), written, part.equals(parts.main()) ? mainContext(context) : context));
    }

    /** Parquet asks the settings of the task for the columns of a file. */
    private TaskAttemptContext mainContext(TaskAttemptContext context) {
        if (parts.mainColumns() == written.length()) {
            return context;
        }
        Configuration settings = new Configuration(context.getConfiguration());
        ParquetWriteSupport.setSchema(parts.writtenOfMain(written), settings);
        return new TaskAttemptContextImpl(settings, context.getTaskAttemptID());
    }
}
