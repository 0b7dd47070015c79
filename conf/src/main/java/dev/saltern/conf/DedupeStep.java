/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.List;

/**
 * Keeps one row per key.
 */
public record DedupeStep(
        @Key(doc = "The step's name, the view that later steps and outputs use.")
        String name,

        @Key(doc = "The view that is read.") String from,

        @Key(doc = "The key columns; all columns if left out.")
        List<String> keys,

        @Key(doc = "Which row is kept: {latest: column}, {earliest: column} or any.", defaultValue = DEFAULT_KEEP)
        Keep keep)
        implements Step {
    /** Any one row, the same in every run. */
    public static final String DEFAULT_KEEP = "any";

    public DedupeStep {
        keys = List.copyOf(keys);
    }

    @Override
    public List<String> inputs() {
        return List.of(from);
    }
}
