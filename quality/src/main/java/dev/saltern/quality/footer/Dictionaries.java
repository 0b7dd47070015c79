/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.footer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.EncodingStats;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.DictionaryPageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dictionaries of a column: where every page of every file is encoded by one, they hold all its values, and reading
 * them costs a few kilobytes for each file instead of the column.
 */
final class Dictionaries {
    private static final int MAX_VALUES = 10_000;
    private static final long MAX_BYTES = 256 * 1024;

    private final List<Footers.Footer> files;
    private final Configuration hadoop;

    Dictionaries(List<Footers.Footer> files, Configuration hadoop) {
        this.files = files;
        this.hadoop = hadoop;
    }

    /** Returns the values besides NULL; nothing where there are more than 10,000, or where not all stand in dictionaries. */
    Optional<List<Object>> values(StructField column) {
        Set<Object> all = new LinkedHashSet<>();
        for (Footers.Footer file : files) {
            Map<String, @Nullable Object> partition = file.file().partition();
            if (partition.containsKey(column.name())) {
                Object value = partition.get(column.name());
                if (value != null) {
                    all.add(value);
                }
            } else if (!add(file, column, all)) {
                return Optional.empty();
            }
            if (all.size() > MAX_VALUES) {
                return Optional.empty();
            }
        }
        return Optional.of(new ArrayList<>(all));
    }

    private boolean add(Footers.Footer file, StructField column, Set<Object> all) {
        MessageType columns = file.metadata().getFileMetaData().getSchema();
        Optional<ColumnDescriptor> descriptor = columns.getColumns().stream()
                .filter(candidate -> candidate.getPath().length == 1 && candidate.getPath()[0].equals(column.name()))
                .findFirst();
        if (descriptor.isEmpty()) {
            return !columns.containsField(column.name());
        }
        Optional<Function<Object, Object>> value =
                ParquetValues.of(descriptor.get().getPrimitiveType(), column.dataType());
        if (value.isEmpty()) {
            return false;
        }
        List<BlockMetaData> filled = file.metadata().getBlocks().stream()
                .filter(block -> !isNull(chunk(block, descriptor.get())))
                .toList();
        // Told by the footer: a column that is not in dictionaries costs no look into the file.
        if (!filled.stream().allMatch(block -> isWholly(chunk(block, descriptor.get())))) {
            return false;
        }
        try (ParquetFileReader reader = open(file)) {
            for (BlockMetaData block : filled) {
                if (!add(reader, block, descriptor.get(), value.get(), all)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read the dictionaries of " + file.file().path(), e);
        }
    }

    @SuppressWarnings("deprecation") // Every other constructor reads the footer again.
    private ParquetFileReader open(Footers.Footer file) throws IOException {
        return new ParquetFileReader(hadoop, file.file().path(), file.metadata());
    }

    private static boolean add(
            ParquetFileReader reader,
            BlockMetaData block,
            ColumnDescriptor column,
            Function<Object, Object> value,
            Set<Object> all)
            throws IOException {
        DictionaryPageReadStore pages = reader.getDictionaryReader(block);
        DictionaryPage page = pages.readDictionaryPage(column);
        if (page == null || page.getDictionarySize() > MAX_VALUES) {
            return false;
        }
        Dictionary dictionary = page.getEncoding().initDictionary(column, page);
        IntFunction<Object> decode = decoder(dictionary, column);
        for (int i = 0; i <= dictionary.getMaxId(); i++) {
            all.add(value.apply(decode.apply(i)));
        }
        return true;
    }

    private static ColumnChunkMetaData chunk(BlockMetaData block, ColumnDescriptor column) {
        return block.getColumns().stream()
                .filter(candidate -> candidate.getPath().toArray()[0].equals(column.getPath()[0]))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isNull(ColumnChunkMetaData chunk) {
        return chunk.getStatistics().isNumNullsSet() && chunk.getStatistics().getNumNulls() == chunk.getValueCount();
    }

    private static boolean isWholly(ColumnChunkMetaData chunk) {
        EncodingStats pages = chunk.getEncodingStats();
        return pages != null
                && pages.hasDictionaryPages()
                && !pages.hasNonDictionaryEncodedPages()
                && chunk.getFirstDataPageOffset() - chunk.getDictionaryPageOffset() <= MAX_BYTES;
    }

    private static IntFunction<Object> decoder(Dictionary dictionary, ColumnDescriptor column) {
        return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
            case INT32 -> dictionary::decodeToInt;
            case INT64 -> dictionary::decodeToLong;
            case FLOAT -> dictionary::decodeToFloat;
            case DOUBLE -> dictionary::decodeToDouble;
            case BOOLEAN -> dictionary::decodeToBoolean;
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> dictionary::decodeToBinary;
        };
    }
}
