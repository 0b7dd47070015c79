/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** What the values of one record share: its bytes, the texts taken from it, and the row that problems are noted in. */
final class JsonRecord {
    /** A file with more unknown keys than this uses data as keys; the rest is not reported. */
    private static final int MAX_UNKNOWN = 1000;

    private final RawRow raw;
    private final NullTokens nullTokens;
    private final Set<String> unknown = new LinkedHashSet<>();
    private final JsonText text = new JsonText();
    private byte[] bytes = new byte[0];
    private int from;

    JsonRecord(RawRow raw, NullTokens nullTokens) {
        this.raw = raw;
        this.nullTokens = nullTokens;
    }

    void start(byte[] recordBytes, int recordFrom) {
        bytes = recordBytes;
        from = recordFrom;
        text.startRecord();
    }

    RawRow raw() {
        return raw;
    }

    JsonText text() {
        return text;
    }

    boolean isNullToken() {
        return nullTokens.matches(text.bytes(), text.start(), text.end());
    }

    void unknown(String path) {
        if (unknown.size() < MAX_UNKNOWN) {
            unknown.add(path);
        }
    }

    Collection<String> unknownColumns() {
        return unknown;
    }

    void startFile() {
        unknown.clear();
    }

    /** Takes the literal text of the value at the parser's token, blanks within included, and moves to its last token. */
    String takeLiteral(JsonParser parser, JsonToken token) throws IOException {
        if (token.isStructStart()) {
            int start = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            int end = (int) parser.currentLocation().getByteOffset();
            return new String(bytes, from + start, end - start, StandardCharsets.UTF_8);
        }
        return token == JsonToken.VALUE_STRING ? "'" + parser.getText() + "'" : parser.getText();
    }

    /** Notes that the value at the parser's token does not convert, and moves to its last token. */
    boolean unconverted(JsonParser parser, JsonToken token, String path, String typeName) throws IOException {
        raw.unconverted(path, takeLiteral(parser, token), typeName);
        return false;
    }
}
