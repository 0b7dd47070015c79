/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        Map<String, String> measures)
        implements Step {
    public AggregateStep {
        by = List.copyOf(by);
        measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    }

    @Override
    public List<String> inputs() {
        return List.of(from);
    }
}
