/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A json object with declared fields, matched by their exact names; of a key that stands twice the last value counts. */
final class JsonStruct implements JsonValue {
    private final JsonRecord record;
    private final String path;
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final List<String> required = new ArrayList<>();
    private final JsonValue[] values;
    private final String[] paths;
    private final boolean[] failed;

    /** Creates the object of a whole record, or of a field with the path; the fields that are left out are filled by others. */
    JsonStruct(JsonRecord record, String path, StructType type, JsonTypes types, IntPredicate leftOut) {
        this.record = record;
        this.path = path;
        int count = type.length();
        values = new JsonValue[count];
        paths = new String[count];
        failed = new boolean[count];
        for (int i = 0; i < count; i++) {
            StructField field = type.fields()[i];
            paths[i] = path.isEmpty() ? field.name() : path + "." + field.name();
            values[i] = types.value(paths[i], field.dataType());
            if (!leftOut.test(i)) {
                ordinals.put(field.name(), i);
                if (!field.nullable()) {
                    required.add(field.name());
                }
            }
        }
    }

    @Override
    public boolean write(JsonParser parser, JsonToken token, InternalRow row, int ordinal) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            return record.unconverted(parser, token, path, "STRUCT");
        }
        InternalRow struct = new GenericInternalRow(values.length);
        row.update(ordinal, struct);
        return writeFields(parser, struct);
    }

    /** Writes the fields of the object whose start is the parser's token; returns whether all convert. */
    boolean writeFields(JsonParser parser, InternalRow row) throws IOException {
        Arrays.fill(failed, false);
        boolean converted = true;
        String name = parser.nextFieldName();
        while (name != null) {
            JsonToken token = parser.nextToken();
            Integer ordinal = ordinals.get(name);
            if (ordinal == null) {
                record.unknown(path.isEmpty() ? name : path + "." + name);
                parser.skipChildren();
            } else {
                row.setNullAt(ordinal);
                if (token != JsonToken.VALUE_NULL && !values[ordinal].write(parser, token, row, ordinal)) {
                    failed[ordinal] = true;
                    converted = false;
                }
            }
            name = parser.nextFieldName();
        }
        return requireFields(row) && converted;
    }

    private boolean requireFields(InternalRow row) {
        boolean complete = true;
        for (String name : required) {
            Integer ordinal = ordinals.get(name);
            if (ordinal != null && row.isNullAt(ordinal) && !failed[ordinal]) {
                record.raw().missing(paths[ordinal]);
                complete = false;
            }
        }
        return complete;
    }
}
