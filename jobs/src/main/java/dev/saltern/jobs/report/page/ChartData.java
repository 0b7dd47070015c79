/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import dev.saltern.jobs.observe.Phase;
import dev.saltern.jobs.report.SkewLine;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the charts of a run's page draw: no more than a person can see.
 *
 * @param account the picture of the row account
 * @param runs the days of the runs of the trends
 * @param trends the values of the rules that the page shows, by their index
 * @param phases what the run did
 * @param skew the steps with their keys and task times
 * @param partitions the largest partitions
 * @param lineage the graph, or its first nodes
 */
record ChartData(
        RowAccount account,
        List<String> runs,
        Map<Integer, List<@Nullable Double>> trends,
        List<Phase> phases,
        List<Skew> skew,
        List<Partition> partitions,
        LineageGraph lineage) {
    private static final int MAX_PARTITIONS = 40;
    private static final int MAX_PHASES = 80;
    private static final int MAX_HOT = 8;
    private static final int MAX_STEPS = 24;
    private static final int MAX_NODES = 160;

    record Skew(String step, SkewTimes times, List<Key> keys) {}

    record Key(String view, String key, double share) {}

    record Partition(String table, String partition, long bytes, int files, long rows) {}

    static ChartData of(RunView view) {
        RunPage page = view.page();
        return new ChartData(
                page.account(),
                page.trends().runs().stream().map(RuleTrends.Run::scope).toList(),
                trends(view),
                page.phases().stream()
                        .sorted(Comparator.comparingDouble(Phase::seconds).reversed())
                        .limit(MAX_PHASES)
                        .sorted(Comparator.comparingDouble(Phase::startSecond))
                        .toList(),
                page.skew().stream()
                        .limit(MAX_STEPS)
                        .map(times -> new Skew(times.step(), times, keys(page, times.step())))
                        .toList(),
                partitions(page),
                lineage(page.lineage()));
    }

    private static Map<Integer, List<@Nullable Double>> trends(RunView view) {
        List<RuleTrends.Rule> rules = view.page().trends().rules();
        if (rules.isEmpty()) {
            return Collections.emptyMap();
        }
        return view.rules().stream()
                .collect(Collectors.toMap(
                        RuleRow::index, row -> rules.get(row.index()).values()));
    }

    private static List<Key> keys(RunPage page, String step) {
        return page.report().skew().stream()
                .filter(line -> line.step().equals(step))
                .map(SkewLine::inputs)
                .flatMap(List::stream)
                .flatMap(input ->
                        input.hot().stream().limit(MAX_HOT).map(hot -> new Key(input.view(), hot.text(), hot.share())))
                .toList();
    }

    private static List<Partition> partitions(RunPage page) {
        return page.tables().stream()
                .map((Function<TableFiles, List<Partition>>) table -> table.partitions().stream()
                        .map(part ->
                                new Partition(table.table(), part.partition(), part.bytes(), part.files(), part.rows()))
                        .toList())
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Partition::bytes).reversed())
                .limit(MAX_PARTITIONS)
                .toList();
    }

    private static LineageGraph lineage(LineageGraph whole) {
        List<LineageGraph.Node> nodes =
                whole.nodes().subList(0, Math.min(MAX_NODES, whole.nodes().size()));
        List<String> ids = nodes.stream().map(LineageGraph.Node::id).toList();
        return new LineageGraph(
                nodes,
                whole.edges().stream()
                        .filter(edge -> ids.contains(edge.from()) && ids.contains(edge.to()))
                        .toList());
    }
}
