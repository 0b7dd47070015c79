/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** A json object with any keys; of a key that stands twice the last value counts. */
final class JsonMap implements JsonValue {
    private final JsonRecord record;
    private final String path;
    private final JsonValue value;

    JsonMap(JsonRecord record, String path, JsonValue value) {
        this.record = record;
        this.path = path;
        this.value = value;
    }

    @Override
    public boolean write(JsonParser parser, JsonToken token, InternalRow row, int ordinal) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            return record.unconverted(parser, token, path, "MAP");
        }
        Map<UTF8String, @Nullable Object> entries = new LinkedHashMap<>();
        GenericInternalRow single = new GenericInternalRow(1);
        boolean converted = true;
        String key = parser.nextFieldName();
        while (key != null) {
            JsonToken next = parser.nextToken();
            single.setNullAt(0);
            if (next != JsonToken.VALUE_NULL) {
                converted &= value.write(parser, next, single, 0);
            }
            entries.put(UTF8String.fromString(key), single.genericGet(0));
            key = parser.nextFieldName();
        }
        row.update(
                ordinal,
                new ArrayBasedMapData(
                        new GenericArrayData(entries.keySet().toArray()),
                        new GenericArrayData(entries.values().toArray())));
        return converted;
    }
}
