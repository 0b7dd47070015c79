/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.footer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The footers of all files of a table. */
final class Footers {
    /** Set by Spark in files whose days and times follow the calendar before 1582; the numbers in them mean other days. */
    private static final String OLD_CALENDAR = "org.apache.spark.legacyDateTime";

    /** A file and what its footer says. */
    record Footer(DataFile file, ParquetMetadata metadata) {}

    private final List<Footer> footers;

    private Footers(List<Footer> footers) {
        this.footers = footers;
    }

    static Footers read(List<DataFile> files, Configuration hadoop) {
        return new Footers(files.parallelStream()
                .map(file -> new Footer(file, metadata(file, hadoop)))
                .toList());
    }

    private static ParquetMetadata metadata(DataFile file, Configuration hadoop) {
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(file.path(), hadoop))) {
            return reader.getFooter();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the footer of " + file.path(), e);
        }
    }

    List<Footer> files() {
        return footers;
    }

    long rows() {
        return footers.stream()
                .flatMap(footer -> footer.metadata().getBlocks().stream())
                .mapToLong(BlockMetaData::getRowCount)
                .sum();
    }

    long bytes(String column) {
        return footers.stream()
                .flatMap(footer -> footer.metadata().getBlocks().stream())
                .flatMap(block -> block.getColumns().stream())
                .filter(chunk -> chunk.getPath().toArray()[0].equals(column))
                .mapToLong(ColumnChunkMetaData::getTotalSize)
                .sum();
    }

    ColumnFacts column(StructField column) {
        ColumnFacts facts = new ColumnFacts(0, 0, true, null);
        for (Footer footer : footers) {
            for (BlockMetaData block : footer.metadata().getBlocks()) {
                facts = facts.and(facts(footer, block, column));
            }
        }
        return facts;
    }

    private static ColumnFacts facts(Footer footer, BlockMetaData block, StructField column) {
        long rows = block.getRowCount();
        Map<String, Object> partition = footer.file().partition();
        if (partition.containsKey(column.name())) {
            Object value = partition.get(column.name());
            boolean text = value instanceof String;
            return value == null
                    ? new ColumnFacts(rows, rows, true, null)
                    : new ColumnFacts(rows, 0, !text, text ? null : new Range(value, value));
        }
        if (isNested(column.dataType())) {
            return new ColumnFacts(rows, -1, false, null);
        }
        List<ColumnChunkMetaData> chunks = block.getColumns().stream()
                .filter(chunk -> chunk.getPath().toArray()[0].equals(column.name()))
                .toList();
        if (chunks.isEmpty()) {
            return new ColumnFacts(rows, rows, true, null);
        }
        boolean comparable = !isTime(column.dataType())
                || !footer.metadata().getFileMetaData().getKeyValueMetaData().containsKey(OLD_CALENDAR);
        return facts(chunks.get(0), rows, column.dataType(), comparable);
    }

    private static ColumnFacts facts(ColumnChunkMetaData chunk, long rows, DataType type, boolean comparable) {
        Statistics<?> statistics = chunk.getStatistics();
        if (statistics == null || statistics.isEmpty() || !statistics.isNumNullsSet()) {
            return new ColumnFacts(rows, -1, false, null);
        }
        long nulls = statistics.getNumNulls();
        if (nulls == rows) {
            return new ColumnFacts(rows, rows, true, null);
        }
        Optional<Function<Object, Object>> value = ParquetValues.of(chunk.getPrimitiveType(), type);
        // The ends of texts may be cut, and those of NaN are left out by the writer.
        boolean known =
                comparable && statistics.hasNonNullValue() && value.isPresent() && !type.equals(DataTypes.StringType);
        return known
                ? new ColumnFacts(
                        rows,
                        nulls,
                        true,
                        new Range(
                                value.get().apply(statistics.genericGetMin()),
                                value.get().apply(statistics.genericGetMax())))
                : new ColumnFacts(rows, nulls, false, null);
    }

    private static boolean isNested(DataType type) {
        return type instanceof StructType || type instanceof ArrayType || type instanceof MapType;
    }

    private static boolean isTime(DataType type) {
        return type.equals(DataTypes.DateType) || type.equals(DataTypes.TimestampType);
    }
}
