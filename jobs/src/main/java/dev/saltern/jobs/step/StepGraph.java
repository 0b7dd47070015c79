/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.step;

import dev.saltern.conf.DedupeStep;
import dev.saltern.conf.Output;
import dev.saltern.conf.Pipeline;
import dev.saltern.conf.SqlStep;
import dev.saltern.conf.Step;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which views each step and output reads. */
public final class StepGraph {
    private final Map<String, Set<String>> inputs = new LinkedHashMap<>();
    private final Map<String, Integer> readers = new LinkedHashMap<>();
    private final Set<String> needed = new LinkedHashSet<>();

    private StepGraph() {}

    /**
     * Returns the graph of a pipeline.
     *
     * @throws InvalidSqlException if a SQL text is not one query
     */
    public static StepGraph of(Pipeline pipeline) {
        StepGraph graph = new StepGraph();
        for (Step step : pipeline.steps()) {
            graph.inputs.put(step.name(), inputsOf(step));
        }
        Collection<Output> outputs = pipeline.outputs().values();
        graph.follow(outputs.stream().map(Output::from).toList());
        outputs.forEach(output -> graph.readers.merge(output.from(), 1, Integer::sum));
        graph.needed.stream()
                .flatMap(name -> graph.inputs.getOrDefault(name, Set.of()).stream())
                .forEach(name -> graph.readers.merge(name, 1, Integer::sum));
        return graph;
    }

    /** Returns the views that a step reads. */
    public static Set<String> inputsOf(Step step) {
        return step instanceof SqlStep sql ? SqlQuery.parse(sql.sql()).tables() : new LinkedHashSet<>(step.inputs());
    }

    /** Returns whether an output needs the view, directly or through steps. */
    public boolean isNeeded(String view) {
        return needed.contains(view);
    }

    /** Returns how many steps and outputs that are needed read the view. */
    public int readers(String view) {
        return readers.getOrDefault(view, 0);
    }

    /**
     * Returns whether the rows of the step are written to the workspace as soon as they are computed: if the row account rests on
     * their count, or more than one step or output reads them.
     */
    public boolean isWrittenDown(Step step) {
        return step instanceof DedupeStep || readers(step.name()) > 1;
    }

    private void follow(List<String> outputs) {
        Deque<String> open = new ArrayDeque<>(outputs);
        while (!open.isEmpty()) {
            String view = open.pop();
            if (needed.add(view)) {
                open.addAll(inputs.getOrDefault(view, Set.of()));
            }
        }
    }
}
