/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.submit.Launches;
import dev.saltern.submit.aws.Emr;
import dev.saltern.submit.request.ClusterRequest;
import dev.saltern.test.kit.emr.EmrTestServer;
import dev.saltern.test.kit.emr.Life;
import dev.saltern.test.kit.emr.StepLife;
import dev.saltern.test.kit.emr.VirtualClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The functions before the EMR test server; the lake and the logs are folders. */
class JudgeMainTest {
    @TempDir
    private Path folder;

    private final VirtualClock clock = new VirtualClock(Instant.now());
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private EmrTestServer server;

    @BeforeEach
    void start() throws IOException {
        server = EmrTestServer.start(clock);
        System.setProperty("aws.endpointUrl", server.endpoint().toString());
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
    }

    @AfterEach
    void stop() {
        System.clearProperty("aws.endpointUrl");
        server.close();
    }

    private Map<String, String> variables() {
        return Map.of(
                "AWS_REGION", "us-east-1",
                "SALTERN_PIPELINE", "sensor-daily",
                "SALTERN_LAKE", folder.resolve("lake").toString(),
                "SALTERN_LOGS", folder.resolve("logs").toString(),
                "SALTERN_ENVIRONMENT", "emr");
    }

    private Map<String, Object> judge(Map<String, Object> event) {
        return new JudgeMain(
                        variables(),
                        Clock.fixed(clock.instant(), ZoneOffset.UTC),
                        new PrintStream(said, true, StandardCharsets.UTF_8))
                .handle(event);
    }

    private String launched() {
        Emr emr = new Variables(variables()).aws(Clock.systemUTC()).emr();
        ClusterRequest request = ClusterRequest.of(
                Launches.spec(Launches.environment(folder.resolve("lake").toString())),
                Launches.emr("small"),
                List.of("subnet-a"),
                0);
        return emr.run(request.emr(), Map.of());
    }

    private void report(String verdict, int exitCode) throws IOException {
        Path file = folder.resolve("lake/_reports/sensor-daily/2026-02-01T003000Z-r1.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                {"run": "r1", "pipeline": "sensor-daily", "scope": "2026-01-31", "verdict": "%s", "exitCode": %d,
                 "started": "2026-02-01T00:30:00Z", "seconds": 1800.0, "failures": ["RowCount > 0 fails"],
                 "sources": [{"source": "readings", "read": 20000, "corrupt": 29, "quarantined": 115}],
                 "tables": [{"table": "sensor_daily", "rows": 150, "quarantined": 56, "bytes": 4096}],
                 "skew": [{"step": "placed", "heaviestTask": 1.4}, {"step": "known", "heaviestTask": 2.5}],
                 "setting": {"launch": "%s", "inputBytes": 1, "cores": 4, "spilledBytes": 7, "peakMemoryBytes": 99, "shuffledBytes": 12}}
                """.formatted(verdict, exitCode, Launches.ID.text()));
    }

    private static double figure(JsonNode line, String name) {
        assertThat(line.path(name).isNumber()).as(name).isTrue();
        return line.path(name).asDouble();
    }

    private static Map<String, Object> question(String cluster) {
        return Map.of(
                "pipeline",
                "sensor-daily",
                "day",
                "2026-01-31",
                "launch",
                Launches.ID.text(),
                "clusterId",
                cluster,
                "began",
                Instant.now().minusSeconds(60).toString(),
                "late",
                false,
                "trouble",
                "");
    }

    private static Map<String, Object> ended(String cluster) {
        return Map.of(
                "detail-type",
                "EMR Cluster State Change",
                "source",
                "aws.emr",
                "detail",
                Map.of("clusterId", cluster, "state", "TERMINATED", "name", "saltern sensor-daily 2026-01-31"));
    }

    @Test
    void aPublishedDayIsLive() throws IOException {
        String cluster = launched();
        clock.sleep(Duration.ofMinutes(30));
        report("PUBLISHED", 0);
        assertThat(judge(question(cluster)))
                .containsEntry("exitCode", 0)
                .containsEntry("subject", "Saltern: sensor-daily 2026-01-31 is live")
                .containsEntry("message", "published by run r1");
        assertThat(said.size()).isZero();
    }

    @Test
    void aStepThatCompletedWithoutAReportIsNoSuccess() {
        String cluster = launched();
        clock.sleep(Duration.ofMinutes(30));
        assertThat(judge(question(cluster))).containsEntry("exitCode", 20);
    }

    @Test
    void aFailureSaysWhatWhyAndWhatToRunNext() throws IOException {
        server.next(Life.GOOD.step(StepLife.fails(Duration.ofMinutes(5))));
        String cluster = launched();
        clock.sleep(Duration.ofMinutes(30));
        Path log = folder.resolve("logs/sensor-daily/" + Launches.ID.text() + "/" + cluster + "/steps/s-1/stderr");
        Files.createDirectories(log.getParent());
        Files.writeString(log, "INFO\njava.io.IOException: No space left on device\n");
        Map<String, Object> answer = judge(question(cluster));
        assertThat(answer)
                .containsEntry("exitCode", 20)
                .containsEntry("subject", "Saltern: sensor-daily 2026-01-31 failed, 20");
        assertThat(String.valueOf(answer.get("message")))
                .contains(
                        "The run failed: step s-",
                        "Cause: The local disk of a machine is full",
                        "stderr:2",
                        "advice: Raise emr.disk-gib",
                        "saltern diagnose " + cluster,
                        "saltern launch sensor-daily --date 2026-01-31 --env emr");
    }

    @Test
    void aRefusedDayKeepsItsExitCode() throws IOException {
        server.next(Life.GOOD.step(StepLife.fails(Duration.ofMinutes(5))));
        String cluster = launched();
        clock.sleep(Duration.ofMinutes(30));
        report("REFUSED", 21);
        Map<String, Object> answer = judge(question(cluster));
        assertThat(answer).containsEntry("exitCode", 21);
        assertThat(String.valueOf(answer.get("message"))).contains("The run was not published: RowCount > 0 fails");
    }

    @Test
    void aClusterThatEndedIsMeasured() throws IOException {
        String cluster = launched();
        clock.sleep(Duration.ofMinutes(30));
        report("PUBLISHED", 0);
        assertThat(judge(ended(cluster))).containsEntry("exitCode", 0);
        List<String> lines = said.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode whole = new ObjectMapper().readTree(lines.get(0));
        assertThat(whole.at("/_aws/CloudWatchMetrics/0/Dimensions").toString()).isEqualTo("[[\"Pipeline\"]]");
        assertThat(whole.at("/_aws/CloudWatchMetrics/0/Namespace").asText()).isEqualTo("Saltern");
        assertThat(figure(whole, "Success")).isEqualTo(1);
        assertThat(figure(whole, "DurationSeconds")).isEqualTo(1800);
        assertThat(figure(whole, "RowsRead")).isEqualTo(20000);
        assertThat(figure(whole, "RowsQuarantined")).isEqualTo(200);
        assertThat(figure(whole, "RejectPercent")).isEqualTo(1.0);
        assertThat(figure(whole, "SkewRatio")).isEqualTo(2.5);
        assertThat(figure(whole, "FreshnessHours")).isEqualTo(1.0);
        assertThat(figure(whole, "SpilledBytes")).isEqualTo(7);
        assertThat(figure(whole, "PeakMemoryBytes")).isEqualTo(99);
        assertThat(figure(whole, "ShuffleBytes")).isEqualTo(12);
        assertThat(figure(whole, "StorageBytes")).isEqualTo(4096);
        assertThat(figure(whole, "CostUsd")).isPositive();
        JsonNode table = new ObjectMapper().readTree(lines.get(1));
        assertThat(table.path("Table").asText()).isEqualTo("sensor_daily");
        assertThat(table.at("/_aws/CloudWatchMetrics/0/Dimensions").toString()).isEqualTo("[[\"Pipeline\",\"Table\"]]");
        assertThat(lines.toString()).doesNotContain("\"r1\"");
        Path record = folder.resolve("lake/_launches/sensor-daily/" + Launches.ID.text() + ".json");
        assertThat(new ObjectMapper().readTree(record.toFile()).path("usd").asDouble())
                .isEqualTo(figure(whole, "CostUsd"));
    }

    @Test
    void clustersThatOutlivedTheirTimeAreEnded() {
        server.next(Life.GOOD.step(StepLife.completes(Duration.ofDays(9))));
        String cluster = launched();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Clock early = Clock.fixed(Instant.parse("2026-02-01T02:59:00Z"), ZoneOffset.UTC);
        assertThat(new ReapMain(variables(), early, out).handle(Map.of())).containsEntry("ended", List.of());
        Clock late = Clock.fixed(Instant.parse("2026-02-01T03:01:00Z"), ZoneOffset.UTC);
        assertThat(new ReapMain(variables(), late, out).handle(Map.of())).containsEntry("ended", List.of(cluster));
        assertThat(server.leaked()).isEmpty();
    }
}
