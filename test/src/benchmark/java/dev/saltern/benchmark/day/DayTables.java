/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether two contestants have made the same tables; a third reads them. */
final class DayTables {
    /** Means are rounded to six digits after they were added up in any order. */
    private static final String ROUNDING = "2e-6";

    private static final List<Table> TABLES = List.of(
            new Table("sensor_daily", "dt, site, sensor_id, metric", "least, greatest, readings", "mean"),
            new Table(
                    "site_wide",
                    "dt, site",
                    "sensors, readings, lowest_battery",
                    "temperature, humidity, pressure, dew_point"),
            new Table("sensor_smooth", "dt, sensor_id, metric, ts", "site, room, value, firmware, battery", "mean_24h"),
            new Table("site_notes", "dt, site", "author, note, follow_up", ""));

    private DayTables() {}

    /**
     * A table.
     *
     * @param keys columns that tell its rows apart
     * @param exact columns that must be equal
     * @param near columns that may differ by rounding
     */
    private record Table(String name, String keys, String exact, String near) {
        String differing() {
            Stream<String> exactly = columns(exact).map(column -> "a." + column + " IS DISTINCT FROM b." + column);
            Stream<String> nearly = columns(near)
                    .map(column -> "coalesce(abs(a.%1$s - b.%1$s) > %2$s, a.%1$s IS DISTINCT FROM b.%1$s)"
                            .formatted(column, ROUNDING));
            return Stream.concat(exactly, nearly).collect(Collectors.joining(" OR "));
        }

        private static Stream<String> columns(String names) {
            return Stream.of(names.split(", ", -1)).filter(name -> !name.isEmpty());
        }
    }

    /** Returns how the tables differ; empty if they are the same. */
    static List<String> differences(Path one, Path other) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (Table table : TABLES) {
                long rows = number(statement, "SELECT count(*) FROM " + read(one, table));
                long others = number(statement, "SELECT count(*) FROM " + read(other, table));
                long differing = number(
                        statement,
                        "SELECT count(*) FROM " + read(one, table) + " a FULL JOIN " + read(other, table) + " b USING ("
                                + table.keys + ") WHERE " + table.differing());
                if (rows != others || differing > 0 || rows == 0) {
                    found.add(
                            "%s: %,d and %,d rows, of which %,d differ".formatted(table.name, rows, others, differing));
                }
            }
        }
        return found;
    }

    /** Returns how many rows of readings were set aside. */
    static long setAside(Path out) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            return number(
                    statement,
                    "SELECT count(*) FROM read_parquet('" + out + "/sensor_daily_quarantine/**/*.parquet')"
                            + " WHERE source = 'readings'");
        }
    }

    private static String read(Path out, Table table) {
        // Some write moments, others local times: both are in UTC here.
        String select = table.name.equals("sensor_smooth") ? "* REPLACE (epoch_us(ts) AS ts)" : "*";
        return "(SELECT " + select + " FROM read_parquet('" + out.resolve(table.name)
                + "/**/*.parquet', hive_partitioning = true))";
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
