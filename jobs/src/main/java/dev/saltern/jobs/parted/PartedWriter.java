/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.parted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.ProjectingInternalRow;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import scala.collection.JavaConverters;

/** Hands each row on to the file of its part. Not thread-safe: a task writes its rows one after the other. */
final class PartedWriter extends OutputWriter {
    private final String path;
    private final int partField;
    private final String main;
    private final Function<String, OutputWriter> open;
    private final Map<UTF8String, OutputWriter> aside = new HashMap<>();
    /** A row of another part, without the column that names it. */
    private final ProjectingInternalRow cut;

    private @Nullable OutputWriter mainFile;

    /**
     * Makes a writer that has no file yet.
     *
     * @param path where Spark would have written the rows
     * @param written the columns of the rows; they have one more, that of the part
     * @param main the part of the rows that name none
     * @param open opens the file of a part
     */
    PartedWriter(String path, StructType written, String main, Function<String, OutputWriter> open) {
        this.path = path;
        this.partField = written.length();
        this.main = main;
        this.open = open;
        List<Object> fields =
                IntStream.range(0, partField).mapToObj(Integer::valueOf).collect(Collectors.toList());
        this.cut = ProjectingInternalRow.apply(
                written, JavaConverters.asScalaBuffer(fields).toIndexedSeq());
    }

    @Override
    public void write(InternalRow row) {
        if (row.isNullAt(partField)) {
            // A Parquet writer passes over what is NULL: no need to cut off the part, nor what the main part's files do
            // not have.
            if (mainFile == null) {
                mainFile = open.apply(main);
            }
            mainFile.write(row);
        } else {
            cut.project(row);
            aside(row.getUTF8String(partField)).write(cut);
        }
    }

    private OutputWriter aside(UTF8String part) {
        OutputWriter known = aside.get(part);
        if (known != null) {
            return known;
        }
        OutputWriter opened = open.apply(part.toString());
        aside.put(part.copy(), opened);
        return opened;
    }

    @Override
    public void close() {
        List<OutputWriter> all = new ArrayList<>(aside.values());
        if (mainFile != null) {
            all.add(mainFile);
        }
        close(all);
    }

    /** Closes all of them, also when one cannot be closed: what stays open would be lost, and its memory with it. */
    private static void close(List<OutputWriter> open) {
        if (!open.isEmpty()) {
            try {
                open.get(0).close();
            } finally {
                close(open.subList(1, open.size()));
            }
        }
    }

    /** Returns the file of the main part, else another that was opened: Spark asks for its size after it was closed and warns where there is none. */
    @Override
    public String path() {
        if (mainFile != null) {
            return mainFile.path();
        }
        return aside.values().stream().findFirst().map(OutputWriter::path).orElse(path);
    }
}
