/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.write;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.ProjectingInternalRow;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.collection.JavaConverters;

/** Hands each row on to the file of its part. Not thread-safe: a task writes its rows one after the other. */
final class PartedWriter extends OutputWriter {
    private final String path;
    private final int partField;
    private final Function<Part, OutputWriter> open;
    private final Map<Part, OutputWriter> aside = new EnumMap<>(Part.class);
    /** A row that was taken out, without the column of the part. */
    private final ProjectingInternalRow cut;

    private @Nullable OutputWriter kept;

    /**
     * Makes a writer that has no file yet.
     *
     * @param path where Spark would have written the rows
     * @param written the columns of the files; the rows have one more, that of the part
     * @param open opens the file of a part
     */
    PartedWriter(String path, StructType written, Function<Part, OutputWriter> open) {
        this.path = path;
        this.partField = written.length();
        this.open = open;
        List<Object> fields =
                IntStream.range(0, partField).mapToObj(Integer::valueOf).collect(Collectors.toList());
        this.cut = ProjectingInternalRow.apply(
                written, JavaConverters.asScalaBuffer(fields).toIndexedSeq());
    }

    @Override
    public void write(InternalRow row) {
        Part part = Part.read(row, partField);
        if (part == Part.KEPT) {
            // The part is NULL, which a Parquet writer passes over: no need to cut the column off.
            if (kept == null) {
                kept = open.apply(part);
            }
            kept.write(row);
        } else {
            cut.project(row);
            aside.computeIfAbsent(part, open).write(cut);
        }
    }

    @Override
    public void close() {
        List<OutputWriter> all = new ArrayList<>(aside.values());
        if (kept != null) {
            all.add(kept);
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

    /**
     * Returns the file of the rows that were kept, else another that was opened: Spark asks for its size after it was closed and
     * warns where there is none.
     */
    @Override
    public String path() {
        if (kept != null) {
            return kept.path();
        }
        return aside.values().stream().findFirst().map(OutputWriter::path).orElse(path);
    }
}
