/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.beside.SideBySide;
import dev.saltern.jobs.publish.store.LakeStore;
import dev.saltern.jobs.publish.store.StoredFile;
import dev.saltern.transforms.internal.Spark;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.SparkSession;

/** Reads Parquet files: footers many at a time, rows by Spark. */
public final class ParquetFiles implements DataFiles {
    private final SparkSession spark;
    private final LakeStore store;
    private final Configuration conf;

    /** Opens the Parquet files of a lake. */
    public ParquetFiles(SparkSession spark, LakeStore store) {
        this.spark = spark;
        this.store = store;
        this.conf = Spark.state(spark).newHadoopConf();
    }

    @Override
    public List<Footer> footers(List<StoredFile> files) {
        return SideBySide.ask(files, this::footer);
    }

    @Override
    public Map<Map<String, String>, Sum> sums(TableSpec table, String folder) {
        spark.sparkContext().setJobDescription("seal: checksum of " + table.table() + " per partition");
        try {
            return Checksums.compute(spark, table, store.location(folder));
        } finally {
            spark.sparkContext().setJobDescription(null);
        }
    }

    private Footer footer(StoredFile file) {
        Path path = new Path(store.location(file.path()));
        // The length is known from the listing: the reader need not ask the store for it again.
        FileStatus status = new FileStatus(file.size(), false, 1, file.size(), 0, path);
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromStatus(status, conf))) {
            Set<String> columns = new TreeSet<>();
            for (Type field : reader.getFileMetaData().getSchema().getFields()) {
                columns.add(field.getName());
            }
            return new Footer(file, reader.getRecordCount(), columns);
        } catch (IOException | RuntimeException e) {
            throw new SalternException(ExitCode.STEP_FAILED, "Cannot seal " + path + ": " + e.getMessage(), e);
        }
    }
}
