/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The part of a UTF-8 stream that is held in memory: the record being looked at, and what was read ahead of it. */
final class ByteWindow implements Closeable {
    private static final int INITIAL_BYTES = 1 << 17;

    private final InputStream in;
    private final int maxRecordBytes;
    private long offset;
    private boolean ended;

    /** The bytes; replaced by {@link #fill}. */
    byte[] bytes = new byte[INITIAL_BYTES];
    /** Where the current record starts; what stands before it may be overwritten. */
    int from;
    /** The position of the reader in the window; moved together with the bytes. */
    int at;
    /** The end of what was read. */
    int limit;

    /** Creates an empty window on a stream whose first byte stands at the offset in its file. */
    ByteWindow(InputStream in, long offset, int maxRecordBytes) {
        this.in = in;
        this.offset = offset;
        this.maxRecordBytes = maxRecordBytes;
    }

    /** Reads on, keeps everything from {@link #from} and shifts the positions; returns false at the end of the stream. */
    boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (limit == bytes.length) {
            makeRoom();
        }
        int count = in.read(bytes, limit, bytes.length - limit);
        if (count < 0) {
            ended = true;
            return false;
        }
        limit += count;
        return true;
    }

    /** Returns the place of a position of the window in the file, 0-based, in bytes. */
    long offsetOf(int position) {
        return offset + position;
    }

    /** Skips a byte order mark; called before anything else, at the start of a file. */
    void skipByteOrderMark() throws IOException {
        boolean more = true;
        while (limit < 3 && more) {
            more = fill();
        }
        if (limit >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            from = 3;
            at = 3;
        }
    }

    private void makeRoom() throws IOException {
        if (from > 0) {
            System.arraycopy(bytes, from, bytes, 0, limit - from);
            offset += from;
            limit -= from;
            at -= from;
            from = 0;
        } else if (bytes.length >= maxRecordBytes) {
            throw new UnreadableException("a record is longer than " + maxRecordBytes + " bytes");
        } else {
            bytes = Arrays.copyOf(bytes, (int) Math.min(maxRecordBytes, bytes.length * 2L));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
