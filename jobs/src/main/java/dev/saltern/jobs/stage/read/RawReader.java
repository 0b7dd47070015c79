/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.jspecify.annotations.Nullable;

/** Reads the slices of one task, one after the other; holds no state that outlives it, so a task that is run again reads the same. */
final class RawReader implements PartitionReader<InternalRow> {
    private final Iterator<FileSlice> slices;
    private final RawRow raw;
    private final CellWriter cells;
    private final PathValues pathValues;
    private final RecordsOpening opening;
    private @Nullable FileRecords records;

    RawReader(ReadRequest request, Configuration hadoop, List<FileSlice> slices) {
        this.slices = slices.iterator();
        this.raw = new RawRow(request.data());
        boolean json = request.layout().format() == TextLayout.Format.JSON;
        PathColumns path = PathColumns.of(request.pathPattern());
        this.cells = new CellWriter(
                request,
                raw,
                ordinal -> !json
                        || path.names()
                                .contains(request.data().fields()[ordinal].name()));
        this.pathValues = new PathValues(request, cells);
        this.opening = new RecordsOpening(request, hadoop, raw, cells, pathValues);
    }

    @Override
    public boolean next() throws IOException {
        while (records != null || slices.hasNext()) {
            try {
                if (records == null) {
                    FileSlice slice = slices.next();
                    raw.startFile(slice.file());
                    pathValues.startFile(slice.file().path());
                    records = opening.open(slice);
                }
                if (records.next()) {
                    fill(records);
                    return true;
                }
                if (endFile(records)) {
                    return true;
                }
            } catch (InterruptedIOException e) {
                // A task that is killed, or a network that is slow: for Spark to run again.
                throw e;
            } catch (IOException | RuntimeException e) {
                // Decoders and file systems fail in many ways; whichever it is, the file is reported and the others are
                // read.
                markUnreadable(e);
                return true;
            }
        }
        return false;
    }

    @Override
    public InternalRow get() {
        return raw.row();
    }

    private void fill(FileRecords current) {
        Spans spans = current.spans();
        raw.startRecord(spans.line());
        raw.original(spans.bytes(), spans.from(), spans.to());
        cells.start();
        current.write(raw);
        if (!raw.isCorrupt()) {
            pathValues.write();
            cells.finish();
            raw.finish();
        }
    }

    /** Closes the file; returns true if it has left a marker in the row. */
    private boolean endFile(FileRecords current) throws IOException {
        Collection<String> unknown = current.unknownColumns();
        Collection<String> missing = current.missingColumns();
        current.close();
        records = null;
        if (unknown.isEmpty() && missing.isEmpty()) {
            return false;
        }
        raw.drift(unknown, missing);
        return true;
    }

    private void markUnreadable(Exception failure) {
        long line = records == null ? 0 : records.spans().line();
        try {
            close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        String reason;
        if (failure instanceof UnreadableException && failure.getMessage() != null) {
            reason = failure.getMessage();
        } else if (failure instanceof EOFException) {
            reason = "cut off: " + failure.getMessage();
        } else if (failure instanceof FileNotFoundException) {
            reason = "not found: " + failure.getMessage();
        } else {
            reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        }
        raw.unreadable(line > 0 ? reason + ", line " + line : reason);
    }

    @Override
    public void close() throws IOException {
        FileRecords current = records;
        records = null;
        if (current != null) {
            current.close();
        }
    }
}
