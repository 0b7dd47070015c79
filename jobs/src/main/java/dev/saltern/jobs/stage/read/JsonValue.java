/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.apache.spark.sql.catalyst.InternalRow;

/** Converts a json value to the declared type of its column or field. */
interface JsonValue {
    /**
     * Writes the value that starts at the parser's current token, which is not null, and leaves the parser at its last token; returns false,
     * and notes why in the raw row, if it does not convert.
     */
    boolean write(JsonParser parser, JsonToken token, InternalRow row, int ordinal) throws IOException;
}
