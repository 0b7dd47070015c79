/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the values of a column into columns.
 */
public record PivotStep(
        @Key(doc = "The step's name, the view that later steps and outputs use.")
        String name,

        @Key(doc = "The view that is read.") String from,
        @Key(doc = "The columns that stay rows.") List<String> by,

        @Key(doc = "The column whose values become columns.")
        String on,

        @Key(doc = "The values that become columns; discovered and then fixed in the manifest if left out.")
        List<String> values,

        @Key(doc = "How many values may be discovered, in [1, 10000].", defaultValue = DEFAULT_MAX_VALUES)
        int maxValues,

        @Key(doc = "Each aggregated column with its function, such as {mean: avg}.", required = true)
        Map<String, String> aggregate,

        @Key(
                doc = "What is done about keys that very many rows share: auto, off or {force: two-stage}.",
                defaultValue = Skew.DEFAULT)
        Skew skew)
        implements Step, SkewAware {
    /** More discovered values than this are an error. */
    public static final String DEFAULT_MAX_VALUES = "200";

    public PivotStep {
        by = List.copyOf(by);
        values = List.copyOf(values);
        aggregate = Collections.unmodifiableMap(new LinkedHashMap<>(aggregate));
    }

    @Override
    public List<String> inputs() {
        return List.of(from);
    }

    @Override
    public Set<SkewTreatment> treatments() {
        return Set.of(SkewTreatment.TWO_STAGE);
    }
}
