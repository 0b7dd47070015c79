/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row and what must become of it.
 *
 * @param name a few words, or null
 * @param row values by column, as text that Spark can cast to the column's type, JSON for structs, arrays and maps
 * @param expect what becomes of it
 */
public record RuleCase(
        @Key(doc = "What is odd about the row, in a few words.") @Nullable
        String name,

        @Key(doc = "Values by column; a column that is left out is NULL, and structs, arrays and maps are JSON.")
        Map<String, String> row,

        @Key(doc = "kept, or dropped, or {quarantined: {by: rules, because: reasons}}.")
        RowFate expect) {
    public RuleCase {
        row = Collections.unmodifiableMap(new LinkedHashMap<>(row));
    }
}
