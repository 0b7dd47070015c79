/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import dev.saltern.benchmark.JsonLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The points so far, also those of earlier calls; of a point that was measured twice the later one counts.
 *
 * @param file one JSON line per point
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

    List<Line> lines() throws IOException {
        Map<List<Object>, Line> lines = new LinkedHashMap<>();
        for (Line line : file.all()) {
            lines.put(List.of(line.axis(), line.size()), line);
        }
        return List.copyOf(lines.values());
    }
}
