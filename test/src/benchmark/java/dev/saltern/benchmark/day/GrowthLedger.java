/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import dev.saltern.benchmark.JsonLines;
import dev.saltern.benchmark.Median;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The points so far, also those of earlier calls; of a point that was measured in two calls the later one counts.
 *
 * @param file one JSON line per run
 */
record GrowthLedger(JsonLines<GrowthLedger.Line> file) {
    GrowthLedger(Path file) {
        this(new JsonLines<>(file, Line.class));
    }

    /**
     * A point of an axis.
     *
     * @param axis its label
     * @param size where on the axis
     * @param round what the run took
     */
    record Line(String axis, int size, DayRound round) {}

    void add(Line line) throws IOException {
        file.add(line);
    }

    /** Returns one line for each point: the medians of its runs. */
    List<Line> lines() throws IOException {
        Map<List<Object>, List<Line>> points = new LinkedHashMap<>();
        for (Line line : file.all()) {
            List<Line> runs = points.computeIfAbsent(List.of(line.axis(), line.size()), point -> new ArrayList<>());
            runs.removeIf(run -> !run.round().sitting().equals(line.round().sitting()));
            runs.add(line);
        }
        return points.values().stream().map(GrowthLedger::median).toList();
    }

    private static Line median(List<Line> runs) {
        Line last = runs.get(runs.size() - 1);
        DayRound round = last.round();
        return new Line(
                last.axis(),
                last.size(),
                new DayRound(
                        round.contestant(),
                        round.rows(),
                        round.sitting(),
                        runs.size(),
                        median(runs, DayRound::wallSeconds),
                        median(runs, DayRound::cpuSeconds),
                        median(runs, DayRound::compilerSeconds),
                        (long) median(runs, DayRound::peakBytes),
                        (long) median(runs, DayRound::heapBytes),
                        round.phases()));
    }

    private static double median(List<Line> runs, ToDoubleFunction<DayRound> figure) {
        return Median.of(
                runs.stream().mapToDouble(run -> figure.applyAsDouble(run.round())).toArray());
    }
}
