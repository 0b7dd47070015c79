/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.List;
import java.util.Set;

/**
 * Adds the mean of a value over the rows before.
 */
public record MovingAverageStep(
        @Key(doc = "The step's name, the view that later steps and outputs use.")
        String name,

        @Key(doc = "The view that is read.") String from,
        @Key(doc = "The columns that name a series.") List<String> by,
        @Key(doc = "The column that orders a series.") String order,
        @Key(doc = "The column that is averaged.") String value,

        @Key(doc = "The frame: a duration such as 24h or 90m, or a count such as 13 rows.")
        String window,

        @Key(doc = "The name of the new column.", defaultValue = DEFAULT_AS)
        String as,

        @Key(
                doc = "What is done about keys that very many rows share: auto, off or {force: chunk}.",
                defaultValue = Skew.DEFAULT)
        Skew skew)
        implements Step, SkewAware {
    /** The name of the new column. */
    public static final String DEFAULT_AS = "moving_average";

    public MovingAverageStep {
        by = List.copyOf(by);
    }

    @Override
    public List<String> inputs() {
        return List.of(from);
    }

    @Override
    public Set<SkewTreatment> treatments() {
        return Set.of(SkewTreatment.CHUNK);
    }
}
