/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.arrival;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The first bytes of a file, and its last ones. Arrays of bytes: no record. */
final class FileHead {
    /** How many bytes are looked at. */
    static final int BYTES = 64 << 10;

    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final List<byte[]> BINARY = List.of(
            PARQUET,
            GZIP,
            new byte[] {'P', 'K', 3, 4},
            "Obj\u0001".getBytes(StandardCharsets.ISO_8859_1),
            "ORC".getBytes(StandardCharsets.US_ASCII),
            "BZh".getBytes(StandardCharsets.US_ASCII),
            "%PDF".getBytes(StandardCharsets.US_ASCII),
            new byte[] {(byte) 0x89, 'P', 'N', 'G'});

    private final byte[] first;
    private final byte[] last;
    private final boolean whole;

    /**
     * Takes what was read.
     *
     * @param whole whether the first bytes are all of the file
     */
    FileHead(byte[] first, byte[] last, boolean whole) {
        this.first = first.clone();
        this.last = last.clone();
        this.whole = whole;
    }

    boolean isGzip() {
        return starts(first, GZIP);
    }

    boolean isParquet() {
        return starts(first, PARQUET) && Arrays.equals(last, PARQUET);
    }

    /** Returns whether the bytes are those of a format that is no text. */
    boolean isBinary() {
        return BINARY.stream().anyMatch(magic -> starts(first, magic));
    }

    /** Returns the text; what was cut off in the middle of a line, or of a compressed block, is left out. */
    String text(Charset encoding) {
        byte[] bytes = isGzip() ? unpacked() : first;
        String text = new String(bytes, encoding).replaceFirst("^\\uFEFF", "");
        boolean complete = whole && bytes.length < BYTES;
        int end = complete ? text.length() : text.lastIndexOf('\n') + 1;
        return end == 0 ? text : text.substring(0, end);
    }

    private byte[] unpacked() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(first))) {
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0 && out.size() < BYTES; n = in.read(buffer)) {
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // The head of a longer file ends in the middle; what came before counts.
            return out.toByteArray();
        }
        return out.toByteArray();
    }

    private static boolean starts(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }
}
