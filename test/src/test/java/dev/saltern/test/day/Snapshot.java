/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All published tables at one moment.
 *
 * @param rows the rows of each table as text, sorted; without the run that set a row aside
 * @param figures the figure of each day, by table
 */
record Snapshot(Map<String, List<String>> rows, Map<String, Map<String, String>> figures) {
    private static final String RUN = "run_id";
    private static final TypeReference<Snapshot> TYPE = new TypeReference<>() {};

    static Snapshot take(Saltern saltern, Figures reader) {
        Map<String, List<String>> rows = new TreeMap<>();
        Map<String, Map<String, String>> figures = new TreeMap<>();
        for (String table : reader.tables()) {
            rows.put(
                    table,
                    saltern.query("SELECT * FROM " + table).stream()
                            .peek(row -> row.remove(RUN))
                            .map(Map::toString)
                            .sorted()
                            .toList());
            figures.put(table, reader.of(table));
        }
        return new Snapshot(rows, figures);
    }

    static Snapshot load(Path file) throws IOException {
        return new ObjectMapper().readValue(file.toFile(), TYPE);
    }

    void save(Path file) throws IOException {
        new ObjectMapper().writeValue(file.toFile(), this);
    }

    /** Returns the figure of a day, or {@link DayReader#ABSENT}. */
    String figure(String table, String day) {
        return figures.getOrDefault(table, Map.of()).getOrDefault(day, DayReader.ABSENT);
    }
}
