/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Cuts a file into its records, one after the other; the bytes of a record are valid UTF-8 until the next one is asked for. */
interface Spans extends Closeable {
    /** Moves to the next record; returns false at the end. */
    boolean next() throws IOException;

    /** Returns the buffer that holds the record. */
    byte[] bytes();

    /** Returns where the record starts in {@link #bytes}. */
    int from();

    /** Returns where the record ends in {@link #bytes}, without its line end. */
    int to();

    /** Returns the line, counted from 1 at the start of the stream, on which the record starts. */
    long line();

    /** Returns why the record is broken as a whole, or null. */
    default @Nullable String flaw() {
        return null;
    }
}
