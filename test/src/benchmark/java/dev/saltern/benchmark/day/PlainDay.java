/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.unix_micros;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.storage.StorageLevel;

/**
 * The day written by hand for Spark: the raw files are parsed once and kept, what is read three times is kept too, small tables are
 * broadcast, bad rows are set aside with a reason, and Deequ judges the rules. Nothing is audited, published as a whole or accounted for.
 */
final class PlainDay implements DayWork {
    private static final double NANOS = 1e9;
    private static final String SCHEMA =
            "sensor_id STRING, ts TIMESTAMP, received_at TIMESTAMP, metric STRING, value DOUBLE,"
                    + " meta STRUCT<firmware: STRING, battery: DOUBLE>, corrupt STRING";
    private static final String FITS = """
            coalesce(corrupt IS NULL AND sensor_id RLIKE '^s-[0-9]{4,}$' AND to_date(ts) = DATE'%s'
                AND received_at IS NOT NULL AND metric IN ('temperature', 'humidity', 'pressure')
                AND CASE metric WHEN 'temperature' THEN value > -60 AND value < 60
                    WHEN 'humidity' THEN value > -0.01 AND value < 100.01
                    ELSE value > 850 AND value < 1100 END, false)
            """;
    private static final String DEW_POINT =
            "CASE WHEN humidity > 0 THEN round(gamma * 243.12 / (17.62 - gamma), 6) END";

    private final SparkSession session;
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    PlainDay(int threads) {
        session = SparkSession.builder()
                .master("local[" + threads + "]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "localhost")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 8)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                .getOrCreate();
    }

    @Override
    public DayPhases run(Path raw, Path out) {
        seconds.clear();
        Dataset<Row> parsed = kept(parsed(raw));
        timed("parsing", parsed::count);
        timed("setting aside", () -> write(setAside(parsed), out, "sensor_daily_quarantine"));
        Dataset<Row> readings = parsed.where("fits").drop("fits", "corrupt");
        Dataset<Row> sensors = kept(sensors(raw));
        Dataset<Row> located = kept(located(readings, sensors));
        timed("dedupe and join", located::count);
        Dataset<Row> daily = kept(daily(located));
        timed("sensor_daily", () -> write(daily, out, "sensor_daily"));
        timed("site_wide", () -> write(wide(located, daily), out, "site_wide"));
        timed("sensor_smooth", () -> write(smooth(located), out, "sensor_smooth"));
        timed("site_notes", () -> write(notes(raw), out, "site_notes"));
        timed("rules", () -> new PlainChecks(session, out).verify(parsed, sensors));
        List.of(parsed, sensors, located, daily).forEach(Dataset::unpersist);
        return new DayPhases(seconds);
    }

    private Dataset<Row> parsed(Path raw) {
        return session.read()
                .schema(SCHEMA)
                .option("columnNameOfCorruptRecord", "corrupt")
                .json(DayData.readings(raw).toString())
                .withColumn("fits", expr(FITS.formatted(DayData.DAY)));
    }

    private Dataset<Row> setAside(Dataset<Row> parsed) {
        return parsed.where("NOT fits")
                .select(
                        lit("readings").as("source"),
                        coalesce(
                                        col("corrupt"),
                                        expr("to_json(struct(sensor_id, ts, received_at, metric, value, meta))"))
                                .as("original"),
                        expr("CASE WHEN corrupt IS NOT NULL THEN 'corrupt' WHEN sensor_id IS NULL THEN 'sensor_id'"
                                        + " WHEN to_date(ts) <> DATE'" + DayData.DAY + "' THEN 'dt' ELSE 'value' END")
                                .as("reason"));
    }

    private Dataset<Row> sensors(Path raw) {
        return session.read()
                .schema("sensor_id STRING, site STRING, room STRING, latitude DOUBLE, longitude DOUBLE, installed DATE")
                .option("header", true)
                .option("nullValue", "NA")
                .option("quote", "\"")
                .option("escape", "\"")
                .csv(raw.resolve("sensors").toString());
    }

    private static Dataset<Row> located(Dataset<Row> readings, Dataset<Row> sensors) {
        WindowSpec latest = Window.partitionBy("sensor_id", "ts", "metric")
                .orderBy(col("received_at").desc());
        return readings.withColumn("place", row_number().over(latest))
                .where("place = 1")
                .join(broadcast(sensors), new String[] {"sensor_id"}, "left")
                .selectExpr(
                        "coalesce(site, 'unknown') AS site",
                        "room",
                        "sensor_id",
                        "metric",
                        "ts",
                        "value",
                        "meta.firmware AS firmware",
                        "meta.battery AS battery");
    }

    private static Dataset<Row> daily(Dataset<Row> located) {
        return located.groupBy("site", "sensor_id", "metric")
                .agg(
                        round(avg("value"), 6).as("mean"),
                        min("value").as("least"),
                        max("value").as("greatest"),
                        count(lit(1)).as("readings"));
    }

    private static Dataset<Row> wide(Dataset<Row> located, Dataset<Row> daily) {
        Dataset<Row> totals = located.groupBy("site")
                .agg(
                        countDistinct("sensor_id").as("sensors"),
                        count(lit(1)).as("readings"),
                        min("battery").as("lowest_battery"));
        Dataset<Row> means = daily.groupBy("site")
                .pivot("metric", List.of("temperature", "humidity", "pressure"))
                .agg(avg("mean"));
        return totals.join(means, "site")
                .withColumn("temperature", round(col("temperature"), 6))
                .withColumn("humidity", round(col("humidity"), 6))
                .withColumn("pressure", round(col("pressure"), 6))
                .withColumn("gamma", expr("ln(humidity / 100) + 17.62 * temperature / (temperature + 243.12)"))
                .withColumn("dew_point", expr(DEW_POINT))
                .drop("gamma");
    }

    private static Dataset<Row> smooth(Dataset<Row> located) {
        // No reading is older than the day. With 24 hours for a frame Spark would add up n rows of a sensor in n²/2 steps.
        Column before = avg("value")
                .over(Window.partitionBy("sensor_id", "metric")
                        .orderBy(unix_micros(col("ts")))
                        .rangeBetween(Window.unboundedPreceding(), Window.currentRow()));
        return located.withColumn("mean_24h", before);
    }

    private Dataset<Row> notes(Path raw) {
        return session.read()
                .schema("site STRING, author STRING, note STRING, follow_up DATE")
                .option("header", true)
                .option("sep", ";")
                .option("encoding", "ISO-8859-1")
                .option("multiLine", true)
                .option("nullValue", "-")
                .option("escape", "\"")
                .csv(raw.resolve("notes/" + DayData.DAY + ".csv").toString());
    }

    private static Dataset<Row> kept(Dataset<Row> rows) {
        return rows.persist(StorageLevel.MEMORY_AND_DISK());
    }

    private static void write(Dataset<Row> rows, Path out, String table) {
        rows.withColumn("dt", lit(DayData.DAY.toString()))
                .write()
                .partitionBy("dt")
                .parquet(out.resolve(table).toString());
    }

    private void timed(String phase, Runnable work) {
        long start = System.nanoTime();
        work.run();
        seconds.put(phase, (System.nanoTime() - start) / NANOS);
    }
}
