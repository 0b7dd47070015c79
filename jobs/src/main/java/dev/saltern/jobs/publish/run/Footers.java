/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.Type;

/** Reads the footers of Parquet files, many at a time. */
final class Footers {
    /** Reading a footer is waiting for the store, not computing: more threads than cores. */
    private static final int THREADS = 16;

    private Footers() {}

    /**
     * What a footer says.
     *
     * @param file the file
     * @param rows its rows
     * @param columns the names of its columns
     */
    record Footer(FileStatus file, long rows, Set<String> columns) {}

    /**
     * Returns the footer of each file, in the order of the files.
     *
     * @throws SalternException naming the first file that is not whole Parquet
     */
    static List<Footer> read(List<FileStatus> files, Configuration conf) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<CompletableFuture<Footer>> footers = files.stream()
                    .map(file -> CompletableFuture.supplyAsync(() -> read(file, conf), threads))
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

    private static Footer read(FileStatus file, Configuration conf) {
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromStatus(file, conf))) {
            Set<String> columns = new TreeSet<>();
            for (Type field : reader.getFileMetaData().getSchema().getFields()) {
                columns.add(field.getName());
            }
            return new Footer(file, reader.getRecordCount(), columns);
        } catch (IOException | RuntimeException e) {
            throw new SalternException(
                    ExitCode.STEP_FAILED, "Cannot seal " + file.getPath() + ": " + e.getMessage(), e);
        }
    }
}
