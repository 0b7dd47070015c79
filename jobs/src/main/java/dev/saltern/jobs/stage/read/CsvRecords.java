/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.io.IOException;
import java.util.Collection;

/** The records of a csv file, without its header. */
final class CsvRecords implements FileRecords {
    private final Spans spans;
    private final CsvCells cells;
    private final CsvHeader header;
    private final int[] ordinals;
    private final CellWriter writer;

    CsvRecords(Spans spans, CsvCells cells, CsvHeader header, CellWriter writer) {
        this.spans = spans;
        this.cells = cells;
        this.header = header;
        this.ordinals = header.ordinals().stream().mapToInt(Integer::intValue).toArray();
        this.writer = writer;
    }

    @Override
    public boolean next() throws IOException {
        return spans.next();
    }

    @Override
    public Spans spans() {
        return spans;
    }

    @Override
    public void write(RawRow row) {
        String flaw = cells.split(spans.bytes(), spans.from(), spans.to());
        if (flaw != null) {
            row.corrupt(flaw);
        } else if (cells.count() != ordinals.length) {
            row.corrupt(cells.count() + " cells where " + ordinals.length + " are expected");
        } else {
            for (int i = 0; i < ordinals.length; i++) {
                if (ordinals[i] >= 0) {
                    writer.write(ordinals[i], cells.bytes(i), cells.start(i), cells.end(i), cells.quoted(i));
                }
            }
        }
    }

    @Override
    public Collection<String> unknownColumns() {
        return header.unknown();
    }

    @Override
    public Collection<String> missingColumns() {
        return header.missing();
    }
}
