/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import static org.apache.spark.sql.functions.col;

import dev.saltern.conf.Source;
import dev.saltern.jobs.stage.read.RawColumns;
import dev.saltern.jobs.stage.read.RawFile;
import dev.saltern.jobs.stage.read.RawRecords;
import dev.saltern.jobs.stage.read.ReadRequest;
import dev.saltern.jobs.stage.read.TextLayout;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** The raw rows of csv, json and fixed-width files. */
final class TextFrame {
    private TextFrame() {}

    static RawFrame of(SparkSession spark, StageRequest request, List<SourceFile> files) {
        Source source = request.source();
        ReadRequest read = new ReadRequest(
                layout(source),
                StagedSchema.data(source, request.schema()),
                request.schema().length(),
                source.columnsFromPath(),
                files.stream().map(TextFrame::file).toList(),
                ReadRequest.DEFAULT_SPLIT_BYTES);
        return new RawFrame(
                spark.read()
                        .format(RawRecords.class.getName())
                        .option(ReadRequest.OPTION, read.encoded())
                        .load(),
                col(RawColumns.ORIGINAL));
    }

    private static RawFile file(SourceFile file) {
        LocalDate period = file.period();
        return new RawFile(file.path(), file.size(), period == null ? null : (int) period.toEpochDay());
    }

    private static TextLayout layout(Source source) {
        return new TextLayout(
                switch (source.format()) {
                    case CSV -> TextLayout.Format.CSV;
                    case JSON -> TextLayout.Format.JSON;
                    case FIXED_WIDTH -> TextLayout.Format.FIXED_WIDTH;
                    case PARQUET -> throw new IllegalArgumentException("Cannot read parquet as text");
                },
                source.header(),
                source.delimiter(),
                source.quote(),
                source.escape(),
                source.multiLine(),
                source.widths(),
                source.nullTokens(),
                source.timestampFormats(),
                source.dateFormats(),
                source.zone(),
                source.encoding().name());
    }
}
