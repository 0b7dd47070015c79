/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds out what a rule needs from more than a pass over its table. */
@FunctionalInterface
interface Measurement {
    /**
     * Returns what was found, and what shows it.
     *
     * @param rows the table with all its columns
     * @param evidence the other tables that rules name
     */
    Finding find(Dataset<Row> rows, Evidence evidence);
}
