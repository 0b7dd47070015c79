/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends after the line that holds the last byte of a range: every line belongs to the range in which it starts. */
final class RangeStream extends FilterInputStream {
    private final long end;
    private long position;
    private boolean done;

    /** Wraps a stream that stands at the position; the range ends before {@code end}. */
    RangeStream(InputStream in, long position, long end) {
        super(in);
        this.position = position;
        this.end = end;
        this.done = position >= end;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (done) {
            return -1;
        }
        int count = in.read(target, offset, length);
        if (count < 0) {
            done = true;
            return -1;
        }
        int first = (int) Math.max(0, Math.min(count, end - 1 - position));
        for (int i = first; i < count; i++) {
            if (target[offset + i] == '\n') {
                done = true;
                position += i + 1;
                return i + 1;
            }
        }
        position += count;
        return count;
    }
}
