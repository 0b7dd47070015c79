/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.submit.sample.SampleGenerator;
import dev.saltern.submit.sample.SampleSpec;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The shipped pipeline on generated days; the tables are compared with those that plain Java works out from the raw files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SensorDailyTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
    private static final LocalDate NEXT_DAY = DAY.plusDays(1);
    private static final double ROUNDING = 1e-6;

    private Saltern saltern;
    private Path raw;
    private Path lake;
    private ReferenceDay expected;

    @BeforeAll
    void runADay(@TempDir Path folder) throws IOException {
        raw = folder.resolve("raw");
        lake = folder.resolve("lake");
        new SampleGenerator(new SampleSpec(raw, DAY, 2, 4_000, 40, 7, 0.02, 0.3)).generate();
        saltern = new Saltern(Saltern.projectConf(), raw, lake);
        expected = new ReferenceDay(raw, DAY);
    }

    @Test
    @Order(1)
    void everyRowIsAccountedFor() throws IOException {
        Saltern.Answer answer = saltern.run("run", "sensor-daily", "--date", DAY.toString(), "--json");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();

        JsonNode report = new ObjectMapper().readTree(answer.out());
        assertThat(report.path("verdict").asText()).isEqualTo("PUBLISHED");
        assertThat(report.path("balanced").asBoolean()).isTrue();
        JsonNode readings = report.path("sources").get(0);
        assertThat(readings.path("read").asLong()).isEqualTo(expected.read);
        assertThat(readings.path("corrupt").asLong())
                .isEqualTo(expected.corrupt)
                .isPositive();
        assertThat(readings.path("quarantined").asLong())
                .isEqualTo(expected.quarantined)
                .isPositive();
        assertThat(readings.path("kept").asLong()).isEqualTo(expected.fit);
        assertThat(report.path("duplicates").get(0).path("duplicates").asLong())
                .isEqualTo(expected.duplicates())
                .isPositive();
        long setAside = Long.parseLong(
                saltern.query("SELECT count(*) AS n FROM sensor_daily_quarantine WHERE source = 'readings'")
                        .get(0)
                        .get("n"));
        assertThat(setAside).isEqualTo(expected.corrupt + expected.quarantined);
    }

    @Test
    @Order(2)
    void rejectedRowsReallyAreOnTheDisk() {
        // By path, without any catalog: what a person finds who looks into the folder.
        long found = SparkSession.builder()
                .getOrCreate()
                .read()
                .option("recursiveFileLookup", "true")
                .parquet(lake.resolve("_runs/sensor_daily_quarantine").toString())
                .where("source = 'readings' AND original IS NOT NULL AND file IS NOT NULL")
                .count();
        assertThat(found).isEqualTo(expected.corrupt + expected.quarantined).isPositive();
    }

    @Test
    @Order(2)
    void dailyMeansEqualThoseOfPlainJava() {
        Map<String, List<BigDecimal>> rows = new HashMap<>();
        for (Map<String, String> row : saltern.query("SELECT * FROM sensor_daily WHERE dt = '" + DAY + "'")) {
            rows.put(
                    row.get("site") + "|" + row.get("sensor_id") + "|" + row.get("metric"),
                    List.of(
                            decimal(row, "mean"),
                            decimal(row, "least"),
                            decimal(row, "greatest"),
                            decimal(row, "readings")));
        }
        Map<String, List<BigDecimal>> wanted = expected.daily();
        assertThat(rows.keySet()).isEqualTo(wanted.keySet());
        wanted.forEach((key, figures) -> {
            for (int i = 0; i < figures.size(); i++) {
                assertThat(rows.get(key).get(i))
                        .as(key)
                        .isCloseTo(figures.get(i), within(BigDecimal.valueOf(ROUNDING)));
            }
        });
    }

    @Test
    @Order(2)
    void sitesEqualThoseOfPlainJava() {
        Map<String, Map<String, BigDecimal>> means = expected.siteMeans();
        Map<String, List<String>> totals = expected.siteTotals();
        List<Map<String, String>> rows = saltern.query("SELECT * FROM site_wide WHERE dt = '" + DAY + "'");
        assertThat(rows).extracting(row -> row.get("site")).containsExactlyInAnyOrderElementsOf(means.keySet());
        for (Map<String, String> row : rows) {
            String site = row.get("site");
            assertThat(List.of(row.get("sensors"), row.get("readings"), row.get("lowest_battery")))
                    .as(site)
                    .isEqualTo(totals.get(site));
            means.get(site)
                    .forEach((metric, mean) -> assertThat(decimal(row, metric))
                            .as(site + " " + metric)
                            .isCloseTo(mean, within(BigDecimal.valueOf(2 * ROUNDING))));
            assertThat(decimal(row, "dew_point").doubleValue())
                    .as(site + " dew_point")
                    .isCloseTo(dewPoint(decimal(row, "temperature"), decimal(row, "humidity")), within(ROUNDING));
        }
    }

    @Test
    @Order(2)
    void movingAveragesEqualThoseOfPlainJava() {
        Map<String, BigDecimal> wanted = expected.movingAverages();
        Map<String, BigDecimal> rows = new HashMap<>();
        for (Map<String, String> row : saltern.query(
                "SELECT sensor_id, metric, date_format(ts, \"yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'\") AS ts, mean_24h FROM sensor_smooth WHERE dt = '"
                        + DAY + "'")) {
            rows.put(
                    row.get("sensor_id") + "|" + Instant.parse(row.get("ts")) + "|" + row.get("metric"),
                    decimal(row, "mean_24h"));
        }
        assertThat(rows.keySet()).isEqualTo(wanted.keySet());
        wanted.forEach(
                (key, mean) -> assertThat(rows.get(key)).as(key).isCloseTo(mean, within(BigDecimal.valueOf(ROUNDING))));
    }

    @Test
    @Order(2)
    void notesKeepTheirUmlautsAndLineEnds() {
        List<Map<String, String>> notes = saltern.query("SELECT * FROM site_notes");
        assertThat(notes).anySatisfy(row -> assertThat(row.get("note")).contains("\n"));
        assertThat(notes)
                .anySatisfy(
                        row -> assertThat(row.get("note") + row.get("author")).containsPattern("[äöüß]"));
    }

    @Test
    @Order(3)
    void theSameDayAgainIsUpToDate() {
        Saltern.Answer answer = saltern.run("run", "sensor-daily", "--date", DAY.toString());
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("sensor-daily 2026-01-31: up to date");
    }

    @Test
    @Order(4)
    void anotherDayStandsBesideTheFirst() {
        List<Map<String, String>> before = saltern.query("SELECT * FROM sensor_daily WHERE dt = '" + DAY + "'");
        assertThat(saltern.run("run", "sensor-daily", "--date", NEXT_DAY.toString())
                        .exitCode())
                .isZero();
        List<Map<String, String>> after = saltern.query("SELECT * FROM sensor_daily WHERE dt = '" + DAY + "'");
        assertThat(after).containsExactlyInAnyOrderElementsOf(before);
        assertThat(saltern.query("SELECT DISTINCT dt FROM sensor_daily"))
                .extracting(row -> row.get("dt"))
                .containsExactlyInAnyOrder(DAY.toString(), NEXT_DAY.toString());
    }

    @Test
    @Order(5)
    void changedInputReplacesTheDay() throws IOException {
        Path gone = raw.resolve("readings/dt=" + DAY + "/part-00000.ndjson.gz");
        Files.delete(gone);
        ReferenceDay smaller = new ReferenceDay(raw, DAY);
        Saltern.Answer answer = saltern.run("run", "sensor-daily", "--date", DAY.toString());
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out()).contains("published");
        String readings = saltern.query("SELECT sum(readings) AS n FROM sensor_daily WHERE dt = '" + DAY + "'")
                .get(0)
                .get("n");
        assertThat(readings).isEqualTo(Long.toString(smaller.fit - smaller.duplicates()));
    }

    @Test
    @Order(6)
    void aDayThatBreaksARuleIsRefusedAndChangesNothing() throws IOException {
        List<Map<String, String>> before = saltern.query("SELECT * FROM sensor_daily");
        Files.writeString(
                raw.resolve("sensors/more.csv"),
                "sensor_id,site,room name,geo.lat,geo.lon,installed\ns-0001,Twice,NA,NA,NA,NA\n");
        Saltern.Answer answer = saltern.run("run", "sensor-daily", "--date", DAY.toString());
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(21);
        assertThat(answer.out()).contains("refused", "IsPrimaryKey \"sensor_id\"");
        assertThat(saltern.query("SELECT * FROM sensor_daily")).containsExactlyInAnyOrderElementsOf(before);
        Files.delete(raw.resolve("sensors/more.csv"));
    }

    @Test
    @Order(7)
    void historyTellsEveryRun() {
        Saltern.Answer answer = saltern.run("history", "sensor-daily");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out().lines().map(String::strip).filter(line -> line.contains("2026-0")))
                .hasSize(5)
                .anySatisfy(line -> assertThat(line).contains("refused"))
                .anySatisfy(line -> assertThat(line).contains("up to date"));
    }

    private static double dewPoint(BigDecimal celsius, BigDecimal percent) {
        double gamma = Math.log(percent.doubleValue() / 100)
                + 17.62 * celsius.doubleValue() / (243.12 + celsius.doubleValue());
        return 243.12 * gamma / (17.62 - gamma);
    }

    private static BigDecimal decimal(Map<String, String> row, String column) {
        return new BigDecimal(row.get(column));
    }
}
