/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups rows and computes one value per group and measure.
 */
public record AggregateStep(
        @Key(doc = "The step's name, the view that later steps and outputs use.")
        String name,

        @Key(doc = "The view that is read.") String from,

        @Key(doc = "The grouping columns; one row in all if left out.")
        List<String> by,

        @Key(doc = "Each result column with its SQL aggregate expression, such as avg(value).", required = true)
        Map<String, String> measures,

        @Key(
                doc = "What is done about keys that very many rows share: auto, off or {force: two-stage}.",
                defaultValue = Skew.DEFAULT)
        Skew skew)
        implements Step, SkewAware {
    public AggregateStep {
        by = List.copyOf(by);
        measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
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
