/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table holds; made of records, lists, texts and finite numbers alone, so that it can be written as JSON.
 *
 * @param provenance which rows, and how exact
 * @param columns in the order of the table
 * @param duplicateRows rows that repeat an earlier one in every column; null where that was not counted
 * @param keys what was verified: candidates that turned out unique, and the columns asked for
 * @param skew of the key columns asked for, or of the columns where it shows
 * @param correlations strongest first
 * @param partitions null where no partition columns were named
 */
public record Profile(
        Provenance provenance,
        List<ColumnProfile> columns,
        @Nullable Long duplicateRows,
        List<CandidateKey> keys,
        List<Skew> skew,
        List<Correlation> correlations,
        @Nullable PartitionSizes partitions) {
    /** Copies the lists. */
    public Profile {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        skew = List.copyOf(skew);
        correlations = List.copyOf(correlations);
    }
}
