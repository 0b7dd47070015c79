/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import org.apache.spark.sql.catalyst.InternalRow;

/** Converts the text of one cell to the declared type of its column. */
@FunctionalInterface
interface TextCell {
    /** Writes the value of {@code bytes[from, to)}, which is valid UTF-8 and not empty; returns false if it does not convert. */
    boolean write(byte[] bytes, int from, int to, InternalRow row, int ordinal);
}
