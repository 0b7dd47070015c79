/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.join.Side;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a case works on.
 *
 * @param facts the rows whose keys are skewed
 * @param partners the table that they are joined with
 * @param factSpread how the facts spread over the keys
 * @param partnerSpread how the partners do
 */
record Tables(Dataset<Row> facts, Dataset<Row> partners, KeySpread factSpread, KeySpread partnerSpread) {
    /** Returns the same with other facts, of which the same is said. */
    Tables withFacts(Dataset<Row> others) {
        return new Tables(others, partners, factSpread, partnerSpread);
    }

    Side left(Dataset<Row> rows) {
        return Side.measured(rows, factSpread);
    }

    Side right() {
        return Side.measured(partners, partnerSpread);
    }
}
