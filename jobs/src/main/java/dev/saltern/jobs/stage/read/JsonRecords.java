/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The records of a json file: one object each. A key that is absent is NULL in that record, and no drift of the file. */
final class JsonRecords implements FileRecords {
    /** Deeper values are broken: nobody means them. */
    private static final int MAX_DEPTH = 1000;

    private static final JsonFactory FACTORY = factory();

    private final Spans spans;
    private final JsonRecord record;
    private final JsonStruct object;

    JsonRecords(Spans spans, JsonRecord record, JsonStruct object) {
        this.spans = spans;
        this.record = record;
        this.object = object;
        record.startFile();
    }

    private static JsonFactory factory() {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxStringLength(Integer.MAX_VALUE)
                .build();
        // Keys that are data would fill the JVM's table of interned names.
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(limits)
                .build();
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
        String flaw = spans.flaw();
        if (flaw != null) {
            row.corrupt(flaw);
            return;
        }
        byte[] bytes = spans.bytes();
        int from = spans.from();
        int length = spans.to() - from;
        if (hasEarlyNul(bytes, from, length)) {
            row.corrupt("broken JSON: a NUL character");
            return;
        }
        record.start(bytes, from);
        try (JsonParser parser = FACTORY.createParser(bytes, from, length)) {
            parse(parser, row);
        } catch (JsonProcessingException e) {
            row.corrupt("broken JSON" + place(e.getLocation()) + ": " + flaw(e));
        } catch (IOException | RuntimeException e) {
            // The parser is fed whatever strangers write: whatever it stumbles over, the record is at fault and the run
            // goes on.
            row.corrupt("broken JSON: " + e);
        }
    }

    private void parse(JsonParser parser, RawRow row) throws IOException {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            parser.skipChildren();
            row.corrupt("a JSON object is expected, not " + kind(first));
            return;
        }
        object.writeFields(parser, row.row());
        if (parser.nextToken() != null) {
            row.corrupt("text follows the JSON object" + place(parser.currentTokenLocation()));
        }
    }

    /** Returns whether a NUL stands where the parser would take it for a sign of UTF-16 or UTF-32; it is never valid there. */
    private static boolean hasEarlyNul(byte[] bytes, int from, int length) {
        for (int i = from; i < from + Math.min(4, length); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** Without what Jackson says of its source, which is other in each version and may be the record again: that stands beside the reason. */
    private static String flaw(JsonProcessingException failure) {
        String text = failure.getOriginalMessage();
        int source = text.indexOf(" (start marker at ");
        return source < 0 ? text : text.substring(0, source);
    }

    private static String place(@Nullable JsonLocation location) {
        if (location == null) {
            return "";
        }
        String line = location.getLineNr() > 1 ? " of its line " + location.getLineNr() : "";
        return " near character " + location.getColumnNr() + line;
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NULL -> "null";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            default -> "a number";
        };
    }

    @Override
    public Collection<String> unknownColumns() {
        return record.unknownColumns();
    }
}
