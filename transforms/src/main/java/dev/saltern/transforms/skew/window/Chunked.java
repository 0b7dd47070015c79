/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew.window;

import static org.apache.spark.sql.functions.not;

import dev.saltern.transforms.Input;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;

/**
 * A table in chunks, with copies where they overlap.
 *
 * @param rows the rows and their copies, with two columns more
 * @param hash the hash of the series
 * @param chunk name of the {@code INT} column that tells chunks of a series apart
 * @param copy name of the {@code BOOLEAN} column that is true in copies
 * @param table what is known of the chunks
 */
record Chunked(Dataset<Row> rows, Column hash, String chunk, String copy, ChunkTable table) {
    /** Returns the rows without copies and without the two columns. */
    Dataset<Row> whole(Dataset<Row> computed) {
        return computed.filter(not(Input.column(copy)))
                .drop(Input.column(chunk))
                .drop(Input.column(copy));
    }

    /** Returns what runs into the chunk of a row, NULL if nothing. */
    Column carried(DataType type) {
        return table.carried(hash, Input.column(chunk), type);
    }
}
