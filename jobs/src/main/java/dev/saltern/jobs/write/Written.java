/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.write;

import dev.saltern.quality.Findings;
import dev.saltern.quality.RuleResult;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * A table after it was written and judged.
 *
 * @param kept the rows of the table, read back from its files
 * @param quarantined the rows that were set aside, in the columns of the table; empty if there are none
 * @param dropped the rows that were left out, in the columns of the table
 * @param quarantinedRows number of rows set aside
 * @param droppedRows number of rows left out
 * @param findings how the rules came out
 * @param shuffledBytes how many bytes of a shuffle all the rows were, compressed; null where that is not known
 */
public record Written(
        Dataset<Row> kept,
        Optional<Dataset<Row>> quarantined,
        Dataset<Row> dropped,
        long quarantinedRows,
        long droppedRows,
        Findings findings,
        @Nullable Long shuffledBytes) {
    /** Returns one result for each rule, in the order of the rules. */
    public List<RuleResult> results() {
        return findings.results();
    }

    /** Returns the number of rows kept. */
    public long rows() {
        return findings.rows();
    }

    /** Returns how many rows there were before any was taken out. */
    public long total() {
        return rows() + quarantinedRows + droppedRows;
    }
}
