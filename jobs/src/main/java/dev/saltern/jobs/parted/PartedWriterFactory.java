/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.write;

import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.types.StructType;

/** Opens the files of the parts, each at the first row that goes there. Serializable: it is sent to the tasks. */
final class PartedWriterFactory extends OutputWriterFactory {
    private static final long serialVersionUID = 1L;

    private final OutputWriterFactory parquet;
    private final StructType written;
    private final int partitionColumns;

    /**
     * Prepares the files of a write.
     *
     * @param parquet opens a file of rows without the column of the part
     * @param written the columns of such a file
     * @param partitionColumns number of partition columns, each of which is one folder
     */
    PartedWriterFactory(OutputWriterFactory parquet, StructType written, int partitionColumns) {
        this.parquet = parquet;
        this.written = written;
        this.partitionColumns = partitionColumns;
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
                part -> parquet.newInstance(within(part, new Path(path), partitionColumns), written, context));
    }

    /** Returns the path with the folder of the part above the folders of the partition. */
    private static String within(Part part, Path file, int folders) {
        Path above = file.getParent();
        String below = file.getName();
        for (int i = 0; i < folders; i++) {
            below = above.getName() + Path.SEPARATOR + below;
            above = above.getParent();
        }
        return above + Path.SEPARATOR + part.folder() + Path.SEPARATOR + below;
    }
}
