/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Arrays;

/** Collects the texts of a record as UTF-8; bytes that were handed out stay as they are until the next record. */
final class JsonText {
    private byte[] bytes = new byte[4096];
    private int length;
    private int start;

    void startRecord() {
        length = 0;
    }

    /** Takes the text of the parser's current scalar; returns false if it holds half of a surrogate pair, which UTF-8 cannot. */
    boolean take(JsonParser parser) throws IOException {
        return take(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }

    /** Takes a text; returns false if it holds half of a surrogate pair. */
    boolean take(char[] chars, int from, int count) {
        makeRoom(3L * count);
        start = length;
        int at = length;
        int to = from + count;
        for (int i = from; i < to; i++) {
            char c = chars[i];
            if (c < 0x80) {
                bytes[at++] = (byte) c;
            } else if (c < 0x800) {
                bytes[at++] = (byte) (0xC0 | (c >> 6));
                bytes[at++] = follower(c);
            } else if (!Character.isSurrogate(c)) {
                bytes[at++] = (byte) (0xE0 | (c >> 12));
                bytes[at++] = follower(c >> 6);
                bytes[at++] = follower(c);
            } else if (i + 1 < to && Character.isSurrogatePair(c, chars[i + 1])) {
                int point = Character.toCodePoint(c, chars[++i]);
                bytes[at++] = (byte) (0xF0 | (point >> 18));
                bytes[at++] = follower(point >> 12);
                bytes[at++] = follower(point >> 6);
                bytes[at++] = follower(point);
            } else {
                return false;
            }
        }
        length = at;
        return true;
    }

    private static byte follower(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int end() {
        return length;
    }

    private void makeRoom(long count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.toIntExact(2 * (length + count)));
        }
    }
}
