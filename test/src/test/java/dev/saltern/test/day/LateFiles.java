/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Raw files whose rows may be late, and in plain Java the tables that all of them together must give. */
final class LateFiles {
    static final int LOOKBACK = 2;

    static final String PIPELINE = """
            pipeline: late
            partition: {column: dt, grain: day, lookback: 2}
            sources:
              events:
                path: ${raw}/dt=${dt}/
                format: csv
                schema: id INT NOT NULL, day DATE, value INT
                partition: day
                no-files: allow
            steps:
              - {name: sums, sql: "SELECT dt, count(*) AS n, sum(value) AS total FROM events GROUP BY dt"}
            outputs:
              late_sums: {from: sums}
              late_rows: {from: events}
            """;

    /**
     * A raw row.
     *
     * @param day its own day, or null for none
     * @param value null for a cell that is no number
     */
    record RawRow(int id, LocalDate day, Integer value) {}

    private final Path raw;
    private final Map<LocalDate, Map<String, List<RawRow>>> files = new TreeMap<>();
    private long clock = 1_700_000_000L;

    LateFiles(Path raw) {
        this.raw = raw;
    }

    Map<LocalDate, Map<String, List<RawRow>>> files() {
        return files;
    }

    /** Writes or replaces a file that arrives on a day. */
    void put(LocalDate arrival, String name, List<RawRow> rows) throws IOException {
        files.computeIfAbsent(arrival, day -> new TreeMap<>()).put(name, rows);
        Path file = file(arrival, name);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "id,day,value\n"
                        + rows.stream()
                                .map(row -> row.id() + "," + (row.day() == null ? "" : row.day()) + ","
                                        + (row.value() == null ? "x" : row.value()) + "\n")
                                .collect(Collectors.joining()));
        // Two files of one size that are written in one millisecond would pass for the same.
        Files.setLastModifiedTime(file, FileTime.fromMillis(1000 * ++clock));
    }

    void remove(LocalDate arrival, String name) throws IOException {
        files.getOrDefault(arrival, new TreeMap<>()).remove(name);
        Files.delete(file(arrival, name));
    }

    /** Returns {@code day|rows|total} for each day that has rows. */
    List<String> sums() {
        Map<LocalDate, long[]> sums = new TreeMap<>();
        each((arrival, row) -> {
            if (isKept(arrival, row)) {
                long[] sum = sums.computeIfAbsent(row.day(), day -> new long[2]);
                sum[0]++;
                sum[1] += row.value();
            }
        });
        return sums.entrySet().stream()
                .map(entry -> entry.getKey() + "|" + entry.getValue()[0] + "|" + entry.getValue()[1])
                .toList();
    }

    /** Returns {@code day|id} for each row that is kept, sorted. */
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        each((arrival, row) -> {
            if (isKept(arrival, row)) {
                rows.add(row.day() + "|" + row.id());
            }
        });
        return rows.stream().sorted().toList();
    }

    /** Returns {@code day|original} for each row that is set aside, sorted. */
    List<String> setAside() {
        List<String> rows = new ArrayList<>();
        each((arrival, row) -> {
            if (!isKept(arrival, row)) {
                LocalDate home = isWithin(arrival, row) ? row.day() : arrival;
                rows.add(home + "|" + row.id());
            }
        });
        return rows.stream().sorted().toList();
    }

    private static boolean isKept(LocalDate arrival, RawRow row) {
        return row.value() != null && isWithin(arrival, row);
    }

    private static boolean isWithin(LocalDate arrival, RawRow row) {
        return row.day() != null && !row.day().isAfter(arrival) && !row.day().isBefore(arrival.minusDays(LOOKBACK));
    }

    private interface Visitor {
        void visit(LocalDate arrival, RawRow row);
    }

    private void each(Visitor visitor) {
        files.forEach((arrival, byName) ->
                byName.values().forEach(rows -> rows.forEach(row -> visitor.visit(arrival, row))));
    }

    private Path file(LocalDate arrival, String name) {
        return raw.resolve("dt=" + arrival).resolve(name);
    }
}
