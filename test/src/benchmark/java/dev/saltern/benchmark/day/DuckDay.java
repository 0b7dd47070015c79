/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The transformations alone, in DuckDB: no rule is judged, no row is set aside with a reason, nothing is published. */
record DuckDay(int threads) implements DayWork {
    private static final double NANOS = 1e9;

    /** As lines of text: read_json with ignore_errors, which would be quicker, loses the odd whole line beside a broken one. */
    private static final String READINGS = """
            CREATE TABLE readings AS
            SELECT sensor_id, ts, received_at, metric, TRY_CAST(value AS DOUBLE) AS value, meta
            FROM (
                SELECT unnest(CASE WHEN json_valid(line) THEN json_transform(line, '{"sensor_id": "VARCHAR", "ts": "TIMESTAMP", "received_at": "TIMESTAMP",
                    "metric": "VARCHAR", "value": "VARCHAR", "meta": {"firmware": "VARCHAR", "battery": "DOUBLE"}}') END)
                FROM read_csv('%s/*.ndjson.gz', columns = {line: 'VARCHAR'}, delim = '\u0001', quote = '', escape = '',
                    header = false, auto_detect = false, hive_partitioning = false))
            WHERE regexp_full_match(sensor_id, 's-[0-9]{4,}') AND ts >= '%s' AND ts < CAST('%s' AS DATE) + 1
                AND received_at IS NOT NULL
                AND CASE metric WHEN 'temperature' THEN TRY_CAST(value AS DOUBLE) > -60 AND TRY_CAST(value AS DOUBLE) < 60
                    WHEN 'humidity' THEN TRY_CAST(value AS DOUBLE) > -0.01 AND TRY_CAST(value AS DOUBLE) < 100.01
                    WHEN 'pressure' THEN TRY_CAST(value AS DOUBLE) > 850 AND TRY_CAST(value AS DOUBLE) < 1100 END
            """;

    private static final String LOCATED = """
            CREATE TABLE located AS
            WITH best AS (
                SELECT sensor_id, ts, metric, arg_max({'value': value, 'meta': meta}, received_at) AS kept
                FROM readings GROUP BY sensor_id, ts, metric)
            SELECT coalesce(site, 'unknown') AS site, "room name" AS room, sensor_id, metric, ts, kept.value AS value,
                kept.meta.firmware AS firmware, kept.meta.battery AS battery
            FROM best LEFT JOIN read_csv('%s/sensors/*.csv', header = true, nullstr = 'NA') USING (sensor_id)
            """;
    private static final String DAILY = """
            CREATE TABLE daily AS
            SELECT site, sensor_id, metric, round(avg(value), 6) AS mean, min(value) AS least, max(value) AS greatest,
                count(*) AS readings
            FROM located GROUP BY site, sensor_id, metric
            """;
    private static final String WIDE = """
            WITH totals AS (
                SELECT site, count(DISTINCT sensor_id) AS sensors, count(*) AS readings, min(battery) AS lowest_battery
                FROM located GROUP BY site),
            means AS (
                SELECT site, round(avg(mean) FILTER (metric = 'temperature'), 6) AS temperature,
                    round(avg(mean) FILTER (metric = 'humidity'), 6) AS humidity,
                    round(avg(mean) FILTER (metric = 'pressure'), 6) AS pressure
                FROM daily GROUP BY site),
            gammas AS (
                SELECT *, ln(humidity / 100) + 17.62 * temperature / (temperature + 243.12) AS gamma
                FROM totals JOIN means USING (site))
            SELECT * EXCLUDE gamma, CASE WHEN humidity > 0 THEN round(gamma * 243.12 / (17.62 - gamma), 6) END AS dew_point
            FROM gammas
            """;
    private static final String SMOOTH = """
            SELECT *, avg(value) OVER (PARTITION BY sensor_id, metric ORDER BY ts
                RANGE BETWEEN INTERVAL '86399999999 microseconds' PRECEDING AND CURRENT ROW) AS mean_24h
            FROM located
            """;
    private static final String NOTES = """
            SELECT * FROM read_csv('%s/notes/%s.csv', header = true, delim = ';', quote = '"', encoding = 'latin-1',
                nullstr = '-', columns = {site: 'VARCHAR', author: 'VARCHAR', note: 'VARCHAR', follow_up: 'DATE'})
            """;

    @Override
    public DayPhases run(Path raw, Path out) throws IOException, SQLException {
        Map<String, Double> seconds = new LinkedHashMap<>();
        String day = DayData.DAY.toString();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            timed(
                    seconds,
                    "starting",
                    statement,
                    List.of("SET threads = " + threads, "SET preserve_insertion_order = false"));
            timed(seconds, "parsing", statement, List.of(READINGS.formatted(DayData.readings(raw), day, day)));
            timed(seconds, "transforming", statement, List.of(LOCATED.formatted(raw), DAILY));
            timed(
                    seconds,
                    "writing",
                    statement,
                    List.of(
                            copy("TABLE daily", out, "sensor_daily"),
                            copy("(" + WIDE + ")", out, "site_wide"),
                            copy("(" + SMOOTH + ")", out, "sensor_smooth"),
                            copy("(" + NOTES.formatted(raw, day) + ")", out, "site_notes")));
        }
        return new DayPhases(seconds);
    }

    private static void timed(Map<String, Double> seconds, String phase, Statement statement, List<String> texts)
            throws SQLException {
        long start = System.nanoTime();
        for (String text : texts) {
            statement.execute(text);
        }
        seconds.put(phase, (System.nanoTime() - start) / NANOS);
    }

    /** The day is known, so that no row need be asked for its folder. */
    private static String copy(String rows, Path out, String table) throws IOException {
        Path folder = out.resolve(table).resolve("dt=" + DayData.DAY);
        Files.createDirectories(folder);
        String query = rows.startsWith("TABLE") ? "(" + rows.replace("TABLE", "SELECT * FROM") + ")" : rows;
        return "COPY " + query + " TO '" + folder.resolve("part-0.parquet") + "' (FORMAT parquet, COMPRESSION snappy)";
    }
}
