/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Cuts a file into its records, one after the other; the bytes of a record are valid UTF-8 until the next one is asked for. */
abstract class Spans implements Closeable {
    /** What is held of the file; {@link ByteWindow#from} is the start of the record. */
    final ByteWindow window;
    /** Where the record ends in {@link #bytes}, without its line end. */
    int to;
    /** The line, counted from 1 at the start of the stream, on which the record starts. */
    long line;

    Spans(ByteWindow window) {
        this.window = window;
    }

    /** Moves to the next record; returns false at the end. */
    abstract boolean next() throws IOException;

    /** Returns the buffer that holds the record. */
    final byte[] bytes() {
        return window.bytes;
    }

    /** Returns where the record starts in {@link #bytes}. */
    final int from() {
        return window.from;
    }

    /** Returns where the record ends in {@link #bytes}, without its line end. */
    final int to() {
        return to;
    }

    /** Returns the line, counted from 1 at the start of the stream, on which the record starts. */
    final long line() {
        return line;
    }

    /** Returns why the record is broken as a whole, or null. */
    @Nullable
    String flaw() {
        return null;
    }

    @Override
    public final void close() throws IOException {
        window.close();
    }
}
