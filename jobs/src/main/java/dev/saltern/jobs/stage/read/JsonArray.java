/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.jspecify.annotations.Nullable;

/** A json array; elements that do not convert are NULL in it, and noted. */
final class JsonArray implements JsonValue {
    private final JsonRecord record;
    private final String path;
    private final JsonValue element;

    JsonArray(JsonRecord record, String path, JsonValue element) {
        this.record = record;
        this.path = path;
        this.element = element;
    }

    @Override
    public boolean write(JsonParser parser, JsonToken token, InternalRow row, int ordinal) throws IOException {
        if (token != JsonToken.START_ARRAY) {
            return record.unconverted(parser, token, path, "ARRAY");
        }
        List<@Nullable Object> elements = new ArrayList<>();
        GenericInternalRow single = new GenericInternalRow(1);
        boolean converted = true;
        JsonToken next = parser.nextToken();
        while (next != JsonToken.END_ARRAY) {
            single.setNullAt(0);
            if (next != JsonToken.VALUE_NULL) {
                converted &= element.write(parser, next, single, 0);
            }
            elements.add(single.genericGet(0));
            next = parser.nextToken();
        }
        row.update(ordinal, new GenericArrayData(elements.toArray()));
        return converted;
    }
}
