/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A rule that was too strict sets good rows aside; it is mended, and they come back, each once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ReplayTest {
    private static final String DAY = "2026-01-31";
    private static final String PIPELINE = """
            pipeline: plant
            partition: {column: dt, grain: day}
            sources:
              readings:
                path: ${raw}/dt=${dt}/
                format: csv
                schema: sensor STRING NOT NULL, site STRING, temperature DOUBLE
                columns-from-path: part-(?<part>[0-9]+)[.]csv
                rules:
                  quarantine: ColumnValues "temperature" <= 40
            steps:
              - {name: hot, sql: "SELECT dt, sensor, part, temperature, site FROM readings"}
            outputs:
              plant_hot: {from: hot, rules: {quarantine: 'ColumnValues "site" in ["north", "south"]'}}
            """;

    private Saltern saltern;
    private Path pipeline;
    private Path raw;

    @BeforeAll
    void writeADay(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("conf/environments"));
        Files.createDirectories(folder.resolve("conf/pipelines"));
        Files.copy(
                Saltern.projectConf().resolve("environments/local.yaml"),
                folder.resolve("conf/environments/local.yaml"));
        pipeline = folder.resolve("conf/pipelines/plant.yaml");
        Files.writeString(pipeline, PIPELINE);
        raw = folder.resolve("raw/dt=" + DAY);
        Files.createDirectories(raw);
        // Two files with their columns in different orders, one of them compressed.
        Files.writeString(
                raw.resolve("part-1.csv"),
                "sensor,site,temperature\na,north,20\nb,north,45\nc,\"south\",41.5\nd,south,cold\n,south,1\n");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(raw.resolve("part-2.csv.gz")))) {
            out.write("temperature,site,sensor\n99,north,e\n43,west,f\n1,2\n".getBytes(StandardCharsets.UTF_8));
        }
        saltern = new Saltern(folder.resolve("conf"), folder.resolve("raw"), folder.resolve("lake"));
    }

    @Test
    @Order(1)
    void whereNothingIsQuarantinedNothingIsDone() throws IOException {
        Saltern.Answer answer = replay();
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out()).isEqualTo("plant 2026-01-31: no row is quarantined, so there is nothing to replay\n");
    }

    @Test
    @Order(2)
    void rowsThatStayBadAreNamed() {
        Saltern.Answer run = saltern.run("run", "plant", "--date", DAY);
        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(sensors()).containsExactly("a");

        Saltern.Answer answer = replay();
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out())
                .contains(
                        "plant 2026-01-31: 7 quarantined rows would be set aside again, nothing was done",
                        "readings           5  ColumnValues \"temperature\" <= 40",
                        "readings           1  type \"temperature\"",
                        "Mend the rule, the schema or the files");
    }

    @Test
    @Order(3)
    void dryRunTellsWhatWouldComeBackAndWritesNothing() throws IOException {
        mend("<= 40", "<= 50");
        List<String> before = lake();
        Saltern.Answer answer = replay("--dry-run");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out())
                .contains("plant 2026-01-31: 3 of 7 quarantined rows would come back (dry run, nothing is written)");
        assertThat(lake()).isEqualTo(before);
        assertThat(sensors()).containsExactly("a");

        JsonNode report = json(replay("--dry-run", "--json"));
        assertThat(report.path("outcome").asText()).isEqualTo("DRY_RUN");
        assertThat(report.path("sources").get(0).path("after").asLong()).isEqualTo(4);
        assertThat(report.path("rules")).anySatisfy(rule -> {
            assertThat(rule.path("rule").asText()).isEqualTo("ColumnValues \"temperature\" <= 50");
            assertThat(rule.path("after").asLong()).isEqualTo(2);
        });
    }

    @Test
    @Order(3)
    void aRangeOfHundredsOfDaysIsNoChainOfConditions() {
        Saltern.Answer answer = saltern.run("replay", "plant", "--from", "2024-10-01", "--to", DAY, "--dry-run");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out()).contains("of 7 quarantined rows would come back");

        String days = LocalDate.parse("2024-10-01")
                .datesUntil(LocalDate.parse(DAY).plusDays(1))
                .map(day -> "DATE'" + day + "'")
                .collect(Collectors.joining(", "));
        Saltern.Answer asked = saltern.run("query", "SELECT count(*) AS n FROM plant_hot WHERE dt IN (" + days + ")");
        assertThat(asked.exitCode()).as(asked.toString()).isZero();
        assertThat(asked.out()).contains("1");
    }

    @Test
    @Order(4)
    void whatIsFitComesBackOnceAndTheAccountBalancesOverBothRuns() throws IOException {
        JsonNode report = json(replay("--json"));
        assertThat(report.path("outcome").asText()).isEqualTo("REPLAYED");
        assertThat(report.path("balanced").asBoolean()).isTrue();
        JsonNode readings = report.path("sources").get(0);
        assertThat(numbers(readings)).containsExactly(8L, 8L, 7L, 4L, 3L, 0L);
        assertThat(report.path("run").path("verdict").asText()).isEqualTo("PUBLISHED");
        // One of the three is set aside from the table instead.
        assertThat(sensors()).containsExactly("a", "b", "c");
        assertThat(quarantined()).containsExactly("plant_hot 1", "readings 4");
    }

    @Test
    @Order(5)
    void replayedAgainNothingMoreComesBack() {
        Saltern.Answer answer = replay();
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out()).contains("5 quarantined rows would be set aside again, nothing was done");
        assertThat(sensors()).containsExactly("a", "b", "c");
        assertThat(quarantined()).containsExactly("plant_hot 1", "readings 4");
    }

    @Test
    @Order(6)
    void rowsOfATableAreJudgedByItsRules() throws IOException {
        mend("\"south\"]", "\"south\", \"west\"]");
        Saltern.Answer rehearsed = replay("--dry-run");
        assertThat(rehearsed.out()).contains("1 of 5 quarantined rows would come back");
        Saltern.Answer answer = replay();
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out()).contains("the account balances over both runs");
        assertThat(sensors()).containsExactly("a", "b", "c", "f");
        assertThat(quarantined()).containsExactly("readings 4");
    }

    @Test
    @Order(7)
    void whatARuleDropsHasLeftTheQuarantineButDidNotComeBack() throws IOException {
        mend("quarantine: ColumnValues \"temperature\"", "drop: ColumnValues \"temperature\"");
        assertThat(replay("--dry-run").out()).contains("0 of 4 quarantined rows would come back");
        JsonNode report = json(replay("--json"));
        assertThat(report.path("balanced").asBoolean()).isTrue();
        assertThat(numbers(report.path("sources").get(0))).containsExactly(8L, 8L, 4L, 3L, 0L, 1L);
    }

    @Test
    @Order(8)
    void changedRawFilesAreTold() throws IOException {
        Files.delete(raw.resolve("part-2.csv.gz"));
        Saltern.Answer rehearsed = replay("--dry-run");
        assertThat(rehearsed.out())
                .contains("readings: 1 of its rows cannot come back, for their raw files are no longer there");
        Saltern.Answer answer = replay();
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out())
                .contains(
                        "plant 2026-01-31: 3 rows were quarantined, 2 are",
                        "The raw files of readings have changed: 8 rows were read then, 5 now");
        assertThat(sensors()).containsExactly("a", "b", "c");
    }

    @Test
    @Order(9)
    void aReplayThatIsRefusedBringsNothingBack() throws IOException {
        mend("rules:\n      drop:", "rules:\n      fail: RowCount > 100\n      drop:");
        Saltern.Answer answer = replay();
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(21);
        assertThat(answer.out()).contains("plant 2026-01-31: nothing came back, for the run was not published");
        assertThat(sensors()).containsExactly("a", "b", "c");
    }

    private Saltern.Answer replay(String... more) {
        return saltern.run(Stream.concat(Stream.of("replay", "plant", "--date", DAY), Stream.of(more))
                .toArray(String[]::new));
    }

    private void mend(String wrong, String right) throws IOException {
        String text = Files.readString(pipeline);
        assertThat(text).contains(wrong);
        Files.writeString(pipeline, text.replace(wrong, right));
    }

    private List<String> sensors() {
        return saltern.query("SELECT sensor FROM plant_hot ORDER BY sensor").stream()
                .map(row -> row.get("sensor"))
                .toList();
    }

    private List<String> quarantined() {
        return saltern
                .query("SELECT source, count(*) AS n FROM plant_quarantine GROUP BY source ORDER BY source")
                .stream()
                .map((Map<String, String> row) -> row.get("source") + " " + row.get("n"))
                .toList();
    }

    private List<String> lake() throws IOException {
        Path lake = raw.resolveSibling("../lake").normalize();
        try (Stream<Path> files = Files.walk(lake)) {
            return files.map(Path::toString)
                    .filter(file -> file.contains("_runs")
                            || file.contains("_journal")
                            || file.contains("_reports")
                            || file.contains("_staging/plant/"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Long> numbers(JsonNode line) {
        List<String> names = List.of("readBefore", "readAfter", "before", "after", "cameBack", "leftOut");
        return IntStream.range(0, names.size())
                .mapToObj(i -> line.path(names.get(i)).asLong(-1))
                .toList();
    }

    private static JsonNode json(Saltern.Answer answer) throws IOException {
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        return new ObjectMapper().readTree(answer.out());
    }
}
