/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.saltern.conf.Pipeline;
import dev.saltern.conf.PivotStep;
import dev.saltern.jobs.publish.Publisher;
import dev.saltern.jobs.report.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What runs discover and later runs keep: the values of pivots that name none. A table's columns then never depend on which values a
 * single day happens to hold.
 *
 * @param pivotValues the values of each such pivot step, sorted, by step name
 */
public record FixedValues(Map<String, List<String>> pivotValues) {
    private static final String PREFIX = "pivot.";

    public FixedValues {
        pivotValues = Map.copyOf(pivotValues);
    }

    /** Returns what the live runs of the pipeline's tables have fixed. */
    static FixedValues of(Publisher publisher, Pipeline pipeline) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        boolean discovers = pipeline.steps().stream()
                .anyMatch(step ->
                        step instanceof PivotStep pivot && pivot.values().isEmpty());
        if (discovers) {
            pipeline.outputs()
                    .keySet()
                    .forEach(table -> publisher.published().fixed(table).forEach((name, text) -> {
                        if (name.startsWith(PREFIX)) {
                            values.merge(name.substring(PREFIX.length()), list(text), FixedValues::union);
                        }
                    }));
        }
        return new FixedValues(values);
    }

    /** Returns the values as the manifest holds them. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        pivotValues.forEach((step, values) -> texts.put(PREFIX + step, Json.write(values)));
        return texts;
    }

    private static List<String> list(String text) {
        return Json.read(text, new TypeReference<List<String>>() {});
    }

    private static List<String> union(List<String> left, List<String> right) {
        TreeSet<String> all = new TreeSet<>(left);
        all.addAll(right);
        return List.copyOf(all);
    }
}
