/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds out what a rule needs from more than a pass over its table. */
@FunctionalInterface
interface Measurement {
    /**
     * Returns what was found.
     *
     * @param rows the table with all its columns
     */
    Tally take(Dataset<Row> rows);

    /** Returns what was found with the other tables at hand, and what shows it. */
    default Finding find(Dataset<Row> rows, Evidence evidence) {
        return new Finding(take(rows), List::of);
    }
}
