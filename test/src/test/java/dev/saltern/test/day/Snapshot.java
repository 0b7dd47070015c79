/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All published tables at one moment.
 *
 * @param rows the rows of each table as text, sorted; without the run that set a row aside
 * @param figures the figure of each day, by table
 */
record Snapshot(Map<String, List<String>> rows, Map<String, Map<String, String>> figures) {
    private static final int SHOWN = 2;
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

    /** Returns how the rows of each table differ from those that are wanted, with some of them; empty if they do not. */
    List<String> differencesFrom(Snapshot wanted) {
        Set<String> tables = new TreeSet<>(rows.keySet());
        tables.addAll(wanted.rows.keySet());
        List<String> differences = new ArrayList<>();
        for (String table : tables) {
            List<String> missing = without(wanted.rows.get(table), rows.get(table));
            List<String> extra = without(rows.get(table), wanted.rows.get(table));
            if (!missing.isEmpty() || !extra.isEmpty()) {
                differences.add("table " + table + ": " + missing.size() + " rows are missing "
                        + missing.subList(0, Math.min(SHOWN, missing.size())) + ", " + extra.size() + " are too many "
                        + extra.subList(0, Math.min(SHOWN, extra.size())));
            }
        }
        return differences;
    }

    private static List<String> without(@Nullable List<String> rows, @Nullable List<String> others) {
        List<String> rest = new ArrayList<>(rows == null ? List.of() : rows);
        Map<String, Integer> counts = new HashMap<>();
        (others == null ? List.<String>of() : others).forEach(row -> counts.merge(row, 1, Integer::sum));
        rest.removeIf(row -> counts.merge(row, -1, Integer::sum) >= 0);
        return rest;
    }
}
