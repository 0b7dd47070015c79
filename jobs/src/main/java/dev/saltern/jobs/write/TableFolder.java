/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.write;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.quality.footer.ParquetTable;
import dev.saltern.transforms.internal.Spark;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The folder that a table is written to. A table whose rows were split lies in a folder of it, beside those of the rows that
 * were taken out.
 */
public final class TableFolder {
    /** The column that names the folders; no column of a table may have this name. */
    public static final String ROWS = "saltern_rows";
    /** The folder of the table's rows where they were split. */
    public static final String KEPT = Part.KEPT.folder();

    private final SparkSession session;
    private final StructType schema;
    private final Path path;
    private final FileSystem files;

    TableFolder(SparkSession session, StructType schema, String path) {
        this.session = session;
        this.schema = schema;
        this.path = new Path(path);
        try {
            this.files = this.path.getFileSystem(Spark.state(session).newHadoopConf());
        } catch (IOException e) {
            throw failed("open", this.path, e);
        }
    }

    /** Returns whether the folder is not on a file system of this machine. */
    boolean isRemote() {
        return !files.getScheme().equals("file");
    }

    /** Returns the rows of the table as they were written in one piece. */
    Dataset<Row> whole() {
        return read(path);
    }

    /** Returns the rows that were written to a folder of their own; none if no row was. */
    Dataset<Row> part(Part part) {
        return read(new Path(path, part.folder()));
    }

    private Dataset<Row> read(Path folder) {
        try {
            return files.exists(folder)
                    ? session.read().schema(schema).parquet(folder.toString())
                    : session.createDataFrame(List.of(), schema);
        } catch (IOException e) {
            throw failed("look for", folder, e);
        }
    }

    /** Returns the number of rows of a part, from the footers. */
    static long count(Dataset<Row> part) {
        return ParquetTable.of(part).map(ParquetTable::rows).orElse(0L);
    }

    /** Removes all that was written in one piece, and keeps the parts. */
    void removeWhole() {
        for (FileStatus child : children()) {
            if (!child.getPath().getName().startsWith(ROWS + "=")) {
                remove(child.getPath());
            }
        }
    }

    /** Removes the rows that were taken out. */
    void removeAside() {
        remove(new Path(path, Part.QUARANTINED.folder()));
        remove(new Path(path, Part.DROPPED.folder()));
    }

    private FileStatus[] children() {
        try {
            return files.listStatus(path);
        } catch (FileNotFoundException e) {
            return new FileStatus[0];
        } catch (IOException e) {
            throw failed("list", path, e);
        }
    }

    private void remove(Path folder) {
        try {
            files.delete(folder, true);
        } catch (IOException e) {
            throw failed("remove", folder, e);
        }
    }

    private static SalternException failed(String verb, Path path, IOException e) {
        return new SalternException(ExitCode.STEP_FAILED, "Cannot " + verb + " " + path + ": " + e.getMessage(), e);
    }
}
