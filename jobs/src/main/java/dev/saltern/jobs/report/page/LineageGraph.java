/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import dev.saltern.conf.Pipeline;
import dev.saltern.conf.Step;
import dev.saltern.jobs.report.Figures;
import dev.saltern.jobs.step.StepGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which files, steps and tables feed which.
 *
 * @param nodes in an order in which what feeds stands before what is fed
 * @param edges from what feeds to what is fed, by the nodes' ids
 */
public record LineageGraph(List<Node> nodes, List<Edge> edges) {
    /** Copies the lists. */
    public LineageGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** What a node is. */
    public enum Kind {
        FILES,
        SOURCE,
        STEP,
        TABLE
    }

    /**
     * A place that rows pass.
     *
     * @param layer how many places are before it at most
     * @param detail what kind of step it is, or which files
     */
    public record Node(String id, Kind kind, String label, String detail, int layer) {}

    /** A way of rows. */
    public record Edge(String from, String to) {}

    /**
     * Returns the graph of a pipeline, without the steps that no output needs.
     *
     * @param files how many files each source read
     */
    public static LineageGraph of(Pipeline pipeline, StepGraph graph, Map<String, Integer> files) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        Map<String, Integer> layers = new HashMap<>();
        pipeline.sources().forEach((name, source) -> {
            nodes.add(new Node("files " + name, Kind.FILES, files(files.getOrDefault(name, 0)), source.path(), 0));
            nodes.add(new Node(name, Kind.SOURCE, name, source.format().toString(), 1));
            edges.add(new Edge("files " + name, name));
            layers.put(name, 1);
        });
        for (Step step : pipeline.steps()) {
            if (graph.isNeeded(step.name())) {
                List<String> inputs = StepGraph.inputsOf(step).stream()
                        .filter(layers::containsKey)
                        .toList();
                int layer = 1 + inputs.stream().mapToInt(layers::get).max().orElse(1);
                nodes.add(new Node(step.name(), Kind.STEP, step.name(), kind(step), layer));
                inputs.forEach(input -> edges.add(new Edge(input, step.name())));
                layers.put(step.name(), layer);
            }
        }
        int last =
                1 + layers.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        pipeline.outputs().forEach((table, output) -> {
            nodes.add(new Node("table " + table, Kind.TABLE, table, "table", last));
            edges.add(new Edge(output.from(), "table " + table));
        });
        return new LineageGraph(nodes, edges);
    }

    private static String files(int count) {
        return count == 1 ? "1 file" : Figures.count(count) + " files";
    }

    private static String kind(Step step) {
        String name = step.getClass().getSimpleName().replaceFirst("Step$", "");
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
