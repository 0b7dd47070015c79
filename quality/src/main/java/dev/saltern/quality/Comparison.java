/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A measurement that needs other tables, or shows what it found. */
interface Comparison extends Measurement {
    @Override
    Finding find(Dataset<Row> rows, Evidence evidence);

    @Override
    default Tally take(Dataset<Row> rows) {
        return find(rows, Evidence.NONE).tally();
    }
}
