/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.skew;

import dev.saltern.conf.DedupeStep;
import dev.saltern.conf.Pipeline;
import dev.saltern.conf.Skew;
import dev.saltern.conf.SkewAware;
import dev.saltern.conf.Step;
import dev.saltern.jobs.step.StepGraph;
import dev.saltern.jobs.step.Views;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which keys are measured while a view is written down, so that no step needs a pass of its own. Immutable. */
public final class SketchPlan {
    /** Nothing is measured. */
    public static final SketchPlan NONE = new SketchPlan(Map.of());

    private final Map<KeyedInput, KeyOrigin> origins;

    private SketchPlan(Map<KeyedInput, KeyOrigin> origins) {
        this.origins = origins;
    }

    /**
     * Returns the plan for the steps that an output needs and that may treat skew.
     *
     * @param sources names of the sources
     * @param foreseen the views on tables without rows
     */
    public static SketchPlan of(Pipeline pipeline, Set<String> sources, StepGraph graph, Views foreseen) {
        KeyTrace trace = new KeyTrace();
        sources.stream().filter(foreseen::contains).forEach(name -> trace.add(name, foreseen.require(name)));
        Map<KeyedInput, KeyOrigin> origins = new LinkedHashMap<>();
        for (Step step : pipeline.steps()) {
            if (graph.isNeeded(step.name()) && step instanceof SkewAware aware && !(aware.skew() instanceof Skew.Off)) {
                for (KeyedInput input : KeyedInput.of(step)) {
                    if (foreseen.contains(input.view())) {
                        trace.origin(foreseen.require(input.view()), input.keys())
                                .ifPresent(origin -> origins.put(input, origin));
                    }
                }
            }
            if (graph.isWrittenDown(step) && foreseen.contains(step.name())) {
                Dataset<Row> frame = foreseen.require(step.name());
                if (step instanceof DedupeStep dedupe && graph.readers(step.name()) == 1) {
                    // Where duplicates are rare it is not written down after all.
                    trace.addPartOf(foreseen.require(dedupe.from()), frame);
                } else {
                    trace.add(step.name(), frame);
                }
            }
        }
        return new SketchPlan(origins);
    }

    /** Returns the lists of columns to measure while a view is written down. */
    public List<List<String>> keys(String view) {
        Set<List<String>> keys = new LinkedHashSet<>();
        origins.values().stream()
                .filter(origin -> origin.view().equals(view))
                .forEach(origin -> keys.add(origin.keys()));
        return new ArrayList<>(keys);
    }

    /** Returns where the keys of an input were measured; empty if nowhere. */
    Optional<KeyOrigin> origin(KeyedInput input) {
        return Optional.ofNullable(origins.get(input));
    }
}
