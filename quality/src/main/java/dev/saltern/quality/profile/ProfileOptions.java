/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import java.util.List;

/**
 * What to look at.
 *
 * @param columns names of the columns to profile, in their order in the table; empty for all
 * @param keys columns whose skew is told whatever it is; empty to tell of those that are skewed
 * @param partitionColumns columns whose values divide the table into parts; empty for none
 * @param sampleRows rows to draw, or 0 to read all
 * @param seed decides which rows are drawn
 * @param minCorrelation correlations are told from this absolute value on, in [0, 1]
 */
public record ProfileOptions(
        List<String> columns,
        List<String> keys,
        List<String> partitionColumns,
        long sampleRows,
        long seed,
        double minCorrelation) {
    /** Seed of a sample where none is given. */
    public static final long DEFAULT_SEED = 42;

    /** From which absolute value on a correlation is told where nothing else is said. */
    public static final double DEFAULT_MIN_CORRELATION = 0.7;

    /** All columns and all rows. */
    public static final ProfileOptions DEFAULTS =
            new ProfileOptions(List.of(), List.of(), List.of(), 0, DEFAULT_SEED, DEFAULT_MIN_CORRELATION);

    /** Copies the lists. */
    public ProfileOptions {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        partitionColumns = List.copyOf(partitionColumns);
        if (sampleRows < 0) {
            throw new IllegalArgumentException("Invalid sample: " + sampleRows + " (must be a number of rows, or 0)");
        }
        if (!(minCorrelation >= 0 && minCorrelation <= 1)) {
            throw new IllegalArgumentException("Invalid correlation: " + minCorrelation + " (must be in [0, 1])");
        }
    }

    /** Returns the same options for some columns. */
    public ProfileOptions withColumns(List<String> names) {
        return new ProfileOptions(names, keys, partitionColumns, sampleRows, seed, minCorrelation);
    }

    /** Returns the same options with key columns. */
    public ProfileOptions withKeys(List<String> names) {
        return new ProfileOptions(columns, names, partitionColumns, sampleRows, seed, minCorrelation);
    }

    /** Returns the same options with partition columns. */
    public ProfileOptions withPartitionColumns(List<String> names) {
        return new ProfileOptions(columns, keys, names, sampleRows, seed, minCorrelation);
    }

    /** Returns the same options for a sample. */
    public ProfileOptions withSample(long rows, long newSeed) {
        return new ProfileOptions(columns, keys, partitionColumns, rows, newSeed, minCorrelation);
    }
}
