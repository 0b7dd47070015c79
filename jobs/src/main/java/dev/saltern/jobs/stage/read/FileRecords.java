/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** The records of one file or slice, in a format. */
interface FileRecords extends Closeable {
    /** Moves to the next record; returns false at the end. */
    boolean next() throws IOException;

    /** Returns where the record stands. */
    Spans spans();

    /** Writes the cells of the record into the row, which is empty. */
    void write(RawRow row);

    /** Returns the columns met so far that the schema does not name. */
    default Collection<String> unknownColumns() {
        return List.of();
    }

    /** Returns the declared columns that the file lacks. */
    default Collection<String> missingColumns() {
        return List.of();
    }

    @Override
    default void close() throws IOException {
        spans().close();
    }
}
