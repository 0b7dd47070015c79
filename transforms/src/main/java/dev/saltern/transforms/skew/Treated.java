/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The result of a step whose skew was treated, or was found to need no treatment.
 *
 * @param rows the same rows as without treatment
 * @param settings settings of Spark under which {@code rows} is to be executed; empty if the session's will do
 * @param receipt what was done and why
 */
public record Treated(Dataset<Row> rows, Map<String, String> settings, SkewReceipt receipt) {
    /** Copies the map. */
    public Treated {
        settings = Map.copyOf(settings);
    }
}
