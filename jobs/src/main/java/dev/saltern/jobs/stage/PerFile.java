/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/** A STRING column that depends on the row's file alone. */
final class PerFile {
    private PerFile() {}

    /** Returns for each file its text, NULL for files that are not in the map. */
    static Column of(Map<String, String> texts, int files, Column file) {
        boolean constant = texts.size() == files && new HashSet<>(texts.values()).size() == 1;
        if (texts.isEmpty() || constant) {
            return lit(texts.isEmpty() ? null : texts.values().iterator().next())
                    .cast("string");
        }
        HashMap<String, String> shipped = new HashMap<>(texts);
        // A function, as a map literal of thousands of files would be searched from its start for each row.
        UDF1<String, String> lookup = shipped::get;
        return udf(lookup, DataTypes.StringType).apply(file);
    }
}
