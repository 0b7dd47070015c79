/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Turns any encoding into UTF-8; what comes before a byte that does not belong to it is delivered before the failure. */
final class DecodingStream extends InputStream {
    private static final int BUFFER = 1 << 15;

    private final InputStream in;
    private final String encoding;
    private final CharsetDecoder decoder;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer input = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private final ByteBuffer output = ByteBuffer.allocate(4 * BUFFER).flip();
    private long consumed;
    private boolean ended;
    private boolean decoded;
    private @Nullable IOException failure;

    DecodingStream(InputStream in, Charset charset) {
        this.in = in;
        this.encoding = charset.name();
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (!output.hasRemaining()) {
            if (failure != null) {
                throw failure;
            }
            if (decoded) {
                return -1;
            }
            decodeMore();
        }
        int count = Math.min(length, output.remaining());
        output.get(target, offset, count);
        return count;
    }

    private void decodeMore() throws IOException {
        if (!ended && input.remaining() < 64) {
            readInput();
        }
        chars.compact();
        int before = input.position();
        CoderResult result = decoder.decode(input, chars, ended);
        consumed += input.position() - before;
        if (result.isError()) {
            failure = new UnreadableException("not valid " + encoding + ": byte 0x"
                    + Integer.toHexString((input.get(input.position()) & 0xFF) | 0x100)
                            .substring(1)
                    + " at offset " + consumed);
        } else if (result.isUnderflow() && ended) {
            decoded = decoder.flush(chars).isUnderflow();
        }
        chars.flip();
        output.clear();
        CoderResult encoded = encoder.encode(chars, output, decoded || failure != null);
        output.flip();
        if (encoded.isError() && failure == null) {
            failure = new UnreadableException(
                    "not valid " + encoding + ": half of a surrogate pair before offset " + consumed);
        }
    }

    private void readInput() throws IOException {
        input.compact();
        try {
            int count = in.read(input.array(), input.position(), input.remaining());
            ended = count < 0;
            input.position(input.position() + Math.max(0, count));
        } catch (IOException e) {
            failure = e;
        }
        input.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
