/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day of which one sensor has most rows: measured, treated in every way, and the tables are those of the plain run. */
final class SkewedDayTest {
    private static final String PIPELINE = """
            pipeline: skew-NAME
            partition: {column: dt, grain: day}
            sources:
              readings:
                path: ${raw}/readings/dt=${dt}/
                format: csv
                schema: sensor STRING, ts TIMESTAMP, value DOUBLE
              sensors: {path: "${raw}/sensors/", format: csv, schema: "sensor STRING NOT NULL, site STRING"}
            steps:
              - {name: located, join: {left: readings, right: sensors, on: [sensor], type: TYPE, skew: JOIN}}
              - {name: medians, aggregate: {from: readings, by: [dt, sensor], measures: {m: median(value), n: count(*)}, skew: AGGREGATE}}
              - {name: smooth, moving-average: {from: readings, by: [sensor], order: ts, value: value, window: 5 rows, skew: AVERAGE}}
              - {name: dated, sql: "SELECT sensor, ts, value, site, coalesce(dt, '${from}') AS dt FROM located"}
            outputs:
              located_NAME: {from: dated}
              medians_NAME: {from: medians}
              smooth_NAME: {from: smooth}
            """;

    @TempDir
    private Path folder;

    private Saltern saltern;

    @BeforeEach
    void writePipelines() throws IOException {
        Files.createDirectories(folder.resolve("conf/environments"));
        Files.createDirectories(folder.resolve("conf/pipelines"));
        Files.copy(
                Saltern.projectConf().resolve("environments/local.yaml"),
                folder.resolve("conf/environments/local.yaml"));
        pipeline("off", "full", "off", "off", "off");
        pipeline("auto", "full", "auto", "auto", "auto");
        pipeline("forced", "full", "{force: split}", "{force: two-stage}", "{force: chunk}");
        pipeline("salted", "left", "{force: salt}", "auto", "off");
        saltern = new Saltern(folder.resolve("conf"), folder.resolve("raw"), folder.resolve("lake"));
        Path sensors = Files.createDirectories(folder.resolve("raw/sensors"));
        Files.writeString(sensors.resolve("all.csv"), "sensor,site\nhot,A\nhot,B\ns1,C\ns2,D\nunread,E\n");
        readings("2026-01-30", "hot");
        readings("2026-01-31", "s2");
    }

    @Test
    void skewIsMeasuredAndTreatedAndTheAnswerStays() throws IOException {
        assertThat(run("off", "2026-01-30").out()).doesNotContain("skew in");
        List<String> plain = tables("off", "");

        Saltern.Answer auto = run("auto", "2026-01-30");
        assertThat(auto.out())
                .contains("skew in")
                .containsPattern("located +readings +sensor +hot +60\\.0% +10\\.0%")
                .containsPattern("smooth +readings +sensor +hot +60\\.0% +10\\.0%")
                .contains("located: none: ");
        assertThat(metrics("auto"))
                .containsEntry("readings Column.sensor.HeaviestKeyShare", 0.6)
                .containsEntry("readings Column.sensor.NullKeyShare", 0.1)
                .containsEntry("sensors Column.sensor.NullKeyShare", 0.0);

        Saltern.Answer forced = run("forced", "2026-01-30");
        assertThat(forced.out()).contains("located: split: ", "medians: two-stage: ", "smooth: chunk: ");
        assertThat(tables("auto", "")).isEqualTo(plain);
        assertThat(tables("forced", "")).isEqualTo(plain);
        assertThat(run("salted", "2026-01-30").out()).contains("located: salt: ");
        assertThat(tables("salted", " WHERE sensor IS NULL OR sensor <> 'unread'"))
                .isEqualTo(tables("off", " WHERE coalesce(sensor, '') NOT IN ('s1', 's2', 'unread')"));

        Saltern.Answer next = run("auto", "2026-01-31");
        assertThat(next.out())
                .contains("The hot keys of located by sensor are not those of 2026-01-30: became hot: s2 with 60.0 % of"
                        + " the rows. cooled: hot, was 60.0 % of the rows");
    }

    private Saltern.Answer run(String name, String date) {
        Saltern.Answer answer = saltern.run("run", "skew-" + name, "--date", date);
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        return answer;
    }

    /** Returns for each table how many rows it has and a sum that does not depend on their order. */
    private List<String> tables(String name, String where) {
        return List.of("located_", "medians_", "smooth_").stream()
                .map(table -> table + name)
                .map(table -> saltern.query(
                        "SELECT count(*) AS n, sum(CAST(xxhash64(*) AS DECIMAL(38))) AS sum FROM " + table + where))
                .map(rows -> rows.stream().map(Map::toString).toList().toString())
                .toList();
    }

    /** Returns the metrics of the only run, by view and name. */
    private Map<String, Object> metrics(String name) throws IOException {
        Map<String, Object> metrics = new HashMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("lake/_metrics/skew-" + name))) {
            Path file = files.filter(each -> each.toString().endsWith(".jsonl"))
                    .findFirst()
                    .orElseThrow();
            for (String line : Files.readAllLines(file)) {
                Map<?, ?> metric = new ObjectMapper().readValue(line, Map.class);
                metrics.put(metric.get("table") + " " + metric.get("metric"), metric.get("value"));
            }
        }
        return metrics;
    }

    private void pipeline(String name, String type, String join, String aggregate, String average) throws IOException {
        Files.writeString(
                folder.resolve("conf/pipelines/skew-" + name + ".yaml"),
                PIPELINE.replace("NAME", name)
                        .replace("TYPE", type)
                        .replace("JOIN", join)
                        .replace("AGGREGATE", aggregate)
                        .replace("AVERAGE", average));
    }

    /** A thousand rows: six of ten of one sensor, one of ten of none. */
    private void readings(String day, String hot) throws IOException {
        Path file = folder.resolve("raw/readings/dt=" + day + "/rows.csv");
        Files.createDirectories(file.getParent());
        StringBuilder text = new StringBuilder("sensor,ts,value\n");
        for (int i = 0; i < 1000; i++) {
            String sensor = i % 10 < 6 ? hot : i % 10 == 6 ? "" : "s" + i;
            text.append(String.format("%s,%sT%02d:%02d:%02dZ,%d.5%n", sensor, day, i / 60 % 24, i % 60, i % 7, i % 97));
        }
        Files.writeString(file, text.toString());
    }
}
