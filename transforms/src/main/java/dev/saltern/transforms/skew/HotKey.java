/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew;

import java.util.StringJoiner;
import org.apache.spark.sql.Row;

/**
 * A key that many rows share.
 *
 * @param hash {@code xxhash64} of the key columns in their order
 * @param rowsAtLeast rows that surely have this key
 * @param rowsAtMost rows that may have this key
 * @param values the values of the key columns, in their order; none is NULL
 */
public record HotKey(long hash, long rowsAtLeast, long rowsAtMost, Row values) {
    /** Returns the values as people write them, such as {@code United Kingdom} or {@code (site-1, 42)}. */
    public String text() {
        if (values.length() == 1) {
            return String.valueOf(values.get(0));
        }
        StringJoiner text = new StringJoiner(", ", "(", ")");
        for (int i = 0; i < values.length(); i++) {
            text.add(String.valueOf(values.get(i)));
        }
        return text.toString();
    }
}
