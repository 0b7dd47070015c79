/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.store.LakeStore;
import dev.saltern.jobs.publish.store.StoredFile;
import dev.saltern.transforms.internal.Spark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.SparkSession;

/** Reads Parquet files: footers many at a time, rows by Spark. */
public final class ParquetFiles implements DataFiles {
    /** Reading a footer is waiting for the store, not computing: more threads than cores. */
    private static final int THREADS = 16;

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
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<CompletableFuture<Footer>> footers = files.stream()
                    .map(file -> CompletableFuture.supplyAsync(() -> footer(file), threads))
                    .toList();
            List<Footer> read = new ArrayList<>(footers.size());
            for (CompletableFuture<Footer> footer : footers) {
                read.add(footer.join());
            }
            return read;
        } catch (CompletionException e) {
            if (e.getCause() instanceof SalternException failure) {
                throw failure;
            }
            throw e;
        } finally {
            threads.shutdownNow();
        }
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
