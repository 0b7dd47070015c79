/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A json scalar. A string is no number and no boolean, however it reads; a STRING column takes any value: numbers, booleans and nested
 * values with the text that stands in the file. Dates, times and base64 come from strings, and from numbers where a pattern reads them.
 */
final class JsonScalar implements JsonValue {
    private final JsonRecord record;
    private final String path;
    private final String typeName;
    private final TextCell cell;
    private final boolean string;
    private final boolean strings;
    private final boolean numbers;
    private final boolean booleans;

    JsonScalar(JsonRecord record, String path, DataType type, TextCell cell) {
        this.record = record;
        this.path = path;
        this.typeName = TypeName.of(type);
        this.cell = cell;
        this.string = type instanceof StringType;
        this.booleans = type instanceof BooleanType;
        this.strings = !(type instanceof NumericType) && !booleans;
        this.numbers = !booleans && !(type instanceof BinaryType);
    }

    @Override
    public boolean write(JsonParser parser, JsonToken token, InternalRow row, int ordinal) throws IOException {
        boolean text = token == JsonToken.VALUE_STRING;
        if (text || token.isNumeric()) {
            JsonText taken = record.text();
            if (!taken.take(parser)) {
                record.raw().unconverted(path, "a text with half of a surrogate pair", typeName);
                return false;
            }
            if (record.isNullToken()) {
                row.setNullAt(ordinal);
                return true;
            }
            boolean written = (text ? strings : numbers) && writeText(row, ordinal);
            return written || record.unconverted(parser, token, path, typeName);
        }
        if (token.isBoolean() && (booleans || string)) {
            record.text().take(parser);
            return writeText(row, ordinal);
        }
        if (string && token.isStructStart()) {
            row.update(ordinal, UTF8String.fromString(record.takeLiteral(parser, token)));
            return true;
        }
        return record.unconverted(parser, token, path, typeName);
    }

    private boolean writeText(InternalRow row, int ordinal) {
        JsonText taken = record.text();
        if (taken.start() == taken.end()) {
            if (string) {
                row.update(ordinal, UTF8String.EMPTY_UTF8);
            }
            return string;
        }
        return cell.write(taken.bytes(), taken.start(), taken.end(), row, ordinal);
    }
}
