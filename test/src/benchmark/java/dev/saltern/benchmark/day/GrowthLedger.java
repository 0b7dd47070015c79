/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The points so far, also those of earlier calls; of a point that was measured twice the later one counts.
 *
 * @param file one JSON line per point
 */
record GrowthLedger(Path file) {
    /**
     * A point of an axis.
     *
     * @param axis its label
     * @param size where on the axis
     * @param round what the run took
     */
    record Line(String axis, int size, DayRound round) {}

    void add(Line line) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                new ObjectMapper().writeValueAsString(line) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    List<Line> lines() throws IOException {
        Map<List<Object>, Line> lines = new LinkedHashMap<>();
        if (Files.exists(file)) {
            for (String text : Files.readAllLines(file)) {
                Line line = new ObjectMapper().readValue(text, Line.class);
                lines.put(List.of(line.axis(), line.size()), line);
            }
        }
        return List.copyOf(lines.values());
    }
}
