/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/** Opens the records of slices in the request's format. */
final class RecordsOpening {
    private final ReadRequest request;
    private final TextLayout layout;
    private final SliceOpening opening;
    private final CellWriter writer;
    private final PathValues pathValues;
    private final CsvDialect dialect;
    private final @Nullable JsonRecord jsonRecord;
    private final @Nullable JsonStruct jsonObject;

    RecordsOpening(ReadRequest request, Configuration hadoop, RawRow raw, CellWriter writer, PathValues pathValues) {
        this.request = request;
        this.layout = request.layout();
        this.opening = new SliceOpening(layout, hadoop);
        this.writer = writer;
        this.pathValues = pathValues;
        this.dialect = CsvDialect.of(layout);
        if (layout.format() == TextLayout.Format.JSON) {
            jsonRecord = new JsonRecord(raw, new NullTokens(layout.nullTokens()));
            JsonTypes types = new JsonTypes(jsonRecord, new TextCells(layout));
            jsonObject = new JsonStruct(
                    jsonRecord,
                    "",
                    request.data(),
                    types,
                    ordinal -> pathValues.holds(ordinal) || ordinal >= request.declaredColumns());
        } else {
            jsonRecord = null;
            jsonObject = null;
        }
    }

    FileRecords open(FileSlice slice) throws IOException {
        if (layout.format() == TextLayout.Format.CSV && layout.header()) {
            return slice.whole() ? openHeaded(slice) : openHeadedSlice(slice);
        }
        if (slice.start() > 0) {
            return records(new Lines(opening.openWithin(slice, 0), blanksCount(), Lines.UNKNOWN), null);
        }
        return records(spans(opening.openStart(slice)), null);
    }

    private FileRecords openHeaded(FileSlice slice) throws IOException {
        Spans spans = spans(opening.openStart(slice));
        try {
            CsvCells cells = new CsvCells(dialect);
            return records(spans, readHeader(spans, cells));
        } catch (IOException | RuntimeException e) {
            spans.close();
            throw e;
        }
    }

    /** Reads the header apart from the slice, which need not hold it. */
    private FileRecords openHeadedSlice(FileSlice slice) throws IOException {
        CsvHeader header;
        long firstRecord;
        long headerLine;
        try (Lines lines =
                new Lines(opening.openStart(new FileSlice(slice.file(), 0, Long.MAX_VALUE)), blanksCount(), 0)) {
            header = readHeader(lines, new CsvCells(dialect));
            firstRecord = lines.nextOffset();
            headerLine = lines.line();
        }
        boolean atFirst = slice.start() <= firstRecord;
        ByteWindow window = opening.openWithin(slice, firstRecord);
        CsvHeader reported = slice.start() == 0 ? header : header.unreported();
        return records(new Lines(window, blanksCount(), atFirst ? headerLine : Lines.UNKNOWN), reported);
    }

    private CsvHeader readHeader(Spans spans, CsvCells cells) throws IOException {
        if (!spans.next()) {
            throw new UnreadableException("no header: the file holds no text");
        }
        String flaw = cells.split(spans.bytes(), spans.from(), spans.to());
        if (flaw != null) {
            throw new UnreadableException("no header: " + flaw);
        }
        return CsvHeader.match(cells, request, pathValues::holds);
    }

    private Spans spans(ByteWindow window) {
        if (!layout.multiLine()) {
            return new Lines(window, blanksCount(), 0);
        }
        return layout.format() == TextLayout.Format.JSON ? new JsonSpans(window) : new CsvSpans(window, dialect);
    }

    private boolean blanksCount() {
        return layout.format() == TextLayout.Format.CSV && dialect.blanksCount();
    }

    private FileRecords records(Spans spans, @Nullable CsvHeader header) {
        if (jsonRecord != null && jsonObject != null) {
            return new JsonRecords(spans, jsonRecord, jsonObject);
        }
        CsvHeader columns = header != null ? header : CsvHeader.ofSchema(request, pathValues::holds);
        return layout.format() == TextLayout.Format.CSV
                ? new CsvRecords(spans, new CsvCells(dialect), columns, writer)
                : new FixedWidthRecords(spans, layout.widths(), columns.ordinals(), writer);
    }
}
