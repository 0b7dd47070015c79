/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.conf.load.EnvironmentLoader;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.conf.load.PipelineLoader;
import dev.saltern.submit.code.PipelineArchive;
import dev.saltern.test.kit.Aws;
import dev.saltern.test.kit.AwsEmulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sns.SnsClient;

/** The function before the emulator, with event documents as S3 and EventBridge send them. */
@ExtendWith(AwsEmulator.class)
class ArrivalMainTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GOOD =
            "{\"sensor_id\":\"s1\",\"ts\":\"2026-01-31T10:00:00Z\",\"metric\":\"humidity\",\"value\":1.5,\"received_at\":\"2026-01-31T10:01:00Z\"}\n";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Aws aws;
    private S3Client objects;
    private SfnClient machines;
    private String machine;
    private ArrivalMain function;

    @BeforeEach
    void start(Aws emulator) throws IOException {
        aws = emulator;
        aws.reset();
        System.setProperty("aws.endpointUrl", aws.endpoint().toString());
        UrlConnectionHttpClient.Builder http = UrlConnectionHttpClient.builder();
        objects = S3Client.builder()
                .httpClientBuilder(http)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .build();
        machines = SfnClient.builder()
                .httpClientBuilder(http)
                .region(Region.US_EAST_1)
                .build();
        machine = machines.createStateMachine(create -> create.name("saltern-sensor-daily")
                        .roleArn("arn:aws:iam::123456789012:role/machine")
                        .definition("{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}"))
                .stateMachineArn();
        String topic;
        try (SnsClient people = SnsClient.builder()
                .httpClientBuilder(http)
                .region(Region.US_EAST_1)
                .build()) {
            topic = people.createTopic(create -> create.name("people")).topicArn();
        }
        aws.createBucket("salt-raw");
        aws.createBucket("salt-code");
        aws.put("salt-code", "sensor-daily.zip", archive());
        function = new ArrivalMain(
                Map.of(
                        "AWS_REGION", "us-east-1",
                        "SALTERN_PIPELINE", "sensor-daily",
                        "SALTERN_CODE", "s3://salt-code/sensor-daily.zip",
                        "SALTERN_ENVIRONMENT", "emr",
                        "SALTERN_MACHINE", machine,
                        "SALTERN_GATHER_SECONDS", "900",
                        "SALTERN_TOPIC", topic),
                new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        System.clearProperty("aws.endpointUrl");
    }

    private byte[] archive() throws IOException {
        Path environment = Files.writeString(folder.resolve("emr.yaml"), """
                environment: emr
                lake: s3://salt-lake/curated
                variables: {raw: "s3://salt-raw/in"}
                """);
        LoadedPipeline pipeline = PipelineLoader.load(
                Path.of("../conf/pipelines/sensor-daily.yaml"),
                EnvironmentLoader.load(environment, Map.of()),
                Map.of());
        try (InputStream in =
                PipelineArchive.of(pipeline, environment, "emr").zip().open()) {
            return in.readAllBytes();
        }
    }

    /** Returns the event as EventBridge delivers it. */
    private static Map<String, Object> event(String key, long bytes, String time) throws IOException {
        return JSON.readValue("""
                {"version": "0", "id": "17793124-05d4-b198-2fde-7ededc63b103", "detail-type": "Object Created", "source": "aws.s3",
                 "account": "111122223333", "time": "%s", "region": "us-east-1", "resources": ["arn:aws:s3:::salt-raw"],
                 "detail": {"version": "0", "bucket": {"name": "salt-raw"},
                   "object": {"key": "%s", "size": %d, "etag": "b1946ac92492d2347c6235b4d2611184", "sequencer": "617f08299329d189"},
                   "request-id": "N4N7GDK58NMKJ12R", "requester": "123456789012", "source-ip-address": "1.2.3.4", "reason": "PutObject"}}
                """.formatted(time, key, bytes), new TypeReference<>() {});
    }

    /** Returns the event as S3 itself sends it, with the key as in a web form. */
    private static Map<String, Object> notification(String key, long bytes) throws IOException {
        return JSON.readValue("""
                {"Records": [{"eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "us-east-1", "eventTime": "2026-02-01T00:10:00.000Z",
                 "eventName": "ObjectCreated:CompleteMultipartUpload", "s3": {"s3SchemaVersion": "1.0", "configurationId": "x",
                 "bucket": {"name": "salt-raw", "arn": "arn:aws:s3:::salt-raw"},
                 "object": {"key": "%s", "size": %d, "eTag": "d41d8cd98f00b204e9800998ecf8427e", "sequencer": "0055AED6DCD90281E5"}}}]}
                """.formatted(key, bytes), new TypeReference<>() {});
    }

    private Map<String, Object> arrives(String key, byte[] content, String time) throws IOException {
        aws.put("salt-raw", key, content);
        return one(function.handle(event(key, content.length, time)));
    }

    private static Map<String, Object> one(Map<String, Object> answer) {
        Map<String, Object> told = new LinkedHashMap<>();
        ((Map<?, ?>) ((List<?>) answer.get("files")).get(0))
                .forEach((name, value) -> told.put(String.valueOf(name), value));
        return told;
    }

    private List<String> executions() {
        return machines.listExecutions(list -> list.stateMachineArn(machine)).executions().stream()
                .map(ExecutionListItem::name)
                .sorted()
                .toList();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void aGoodFileStartsItsDayOnce() throws IOException {
        Map<String, Object> first =
                arrives("in/readings/dt=2026-01-31/a.json.gz", gzip(GOOD.repeat(3000)), "2026-02-01T00:10:00Z");
        assertThat(first)
                .containsEntry("outcome", "accepted")
                .containsEntry("reason", "started sensor-daily-2026-01-31");
        function.handle(event("in/readings/dt=2026-01-31/a.json.gz", 900, "2026-02-01T00:10:00Z"));
        arrives("in/readings/dt=2026-01-31/b.json", GOOD.getBytes(StandardCharsets.UTF_8), "2026-02-01T00:09:00Z");
        assertThat(executions()).containsExactly("sensor-daily-2026-01-31");
        assertThat(machines.describeExecution(describe -> describe.executionArn(
                                machine.replace(":stateMachine:", ":execution:") + ":sensor-daily-2026-01-31"))
                        .input())
                .isEqualTo("{\"date\": \"2026-01-31\", \"gatherSeconds\": 900}");
    }

    @Test
    void daysInWhateverOrderStartOnceEach() throws IOException {
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        arrives("in/readings/dt=2026-02-02/a.json", good, "2026-02-03T00:10:00Z");
        arrives("in/readings/dt=2026-01-31/a.json", good, "2026-02-01T00:10:00Z");
        function.handle(event("in/readings/dt=2026-02-02/a.json", good.length, "2026-02-03T00:10:00Z"));
        assertThat(executions()).containsExactly("sensor-daily-2026-01-31", "sensor-daily-2026-02-02");
    }

    @Test
    void aFileThatComesAfterItsRunBeganStartsAnother() throws IOException {
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        arrives("in/readings/dt=2026-01-31/a.json", good, "2026-02-01T00:10:00Z");
        String later = java.time.Instant.now().plusSeconds(600).toString();
        arrives("in/readings/dt=2026-01-31/b.json", good, later);
        assertThat(executions()).hasSize(1);
        String late = java.time.Instant.now().plusSeconds(7200).toString();
        // The emulator's clock does not move: the second run "began" before the file too, so every name up to the last
        // is tried.
        Map<String, Object> told = arrives("in/readings/dt=2026-01-31/c.json", good, late);
        assertThat(told.get("reason").toString()).contains("20 runs of sensor-daily-2026-01-31 came before it");
        assertThat(executions()).contains("sensor-daily-2026-01-31-2");
    }

    @Test
    void badFilesAreSetAsideWithAReason() throws IOException {
        refused("in/readings/dt=2026-01-31/a.json", "", "it is empty");
        refused("in/readings/dt=2026-01-31/a.csv", "a,b\n", "its name ends with .csv, which is not that of json");
        refused("in/readings/dt=2026-01-31/a.json.gz", GOOD, "it does not begin as gzip does");
        refused("in/readings/dt=2026-01-31/b.json", "PAR1 and more", "it begins as a file that is no text");
        refused("in/readings/dt=2026-01-31/c.json", "<html>no</html>\n", "of the last of them it is no JSON");
        refused("in/readings/dt=2026-01-31/d.json", "{\"temperature\": 1}\n", "of the last of them it has no \"ts\"");
        refused("in/sensors/list.csv", "sensor,place\n1,2\n", "its first line names no column \"sensor_id\"");
        assertThat(executions()).isEmpty();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("outcome=refused");
        Map<String, Object> again = one(function.handle(event("in/sensors/list.csv", 20, "2026-02-01T00:10:00Z")));
        assertThat(again).containsEntry("outcome", "gone");
    }

    private void refused(String key, String content, String reason) throws IOException {
        Map<String, Object> told = arrives(key, content.getBytes(StandardCharsets.UTF_8), "2026-02-01T00:10:00Z");
        assertThat(told).containsEntry("outcome", "refused");
        assertThat(told.get("reason").toString()).contains(reason, "s3://salt-raw/_refused/" + key);
        assertThat(objects.listObjectsV2(list -> list.bucket("salt-raw").prefix(key))
                        .contents())
                .isEmpty();
        assertThat(objects.listObjectsV2(list -> list.bucket("salt-raw").prefix("_refused/" + key))
                        .contents())
                .hasSize(2);
    }

    @Test
    void oneGoodRowAmongBadOnesIsEnough() throws IOException {
        String mixed = "nonsense\n" + GOOD + "{}\n";
        assertThat(arrives(
                        "in/readings/dt=2026-01-31/a.json",
                        mixed.getBytes(StandardCharsets.UTF_8),
                        "2026-02-01T00:10:00Z"))
                .containsEntry("outcome", "accepted");
    }

    @Test
    void filesOfNoSourceAndThoseOfNoDayStartNothing() throws IOException {
        assertThat(arrives("in/other/a.bin", new byte[] {1}, "2026-02-01T00:10:00Z"))
                .containsEntry("outcome", "ignored");
        assertThat(arrives("in/readings/dt=2026-01-31/_SUCCESS", new byte[] {1}, "2026-02-01T00:10:00Z"))
                .containsEntry("outcome", "ignored");
        assertThat(executions()).isEmpty();
    }

    @Test
    void aNotificationOfS3WritesKeysAsAWebFormDoes() throws IOException {
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        aws.put("salt-raw", "in/readings/dt=2026-01-31/a b.json", good);
        Map<String, Object> told =
                one(function.handle(notification("in/readings/dt%3D2026-01-31/a+b.json", good.length)));
        assertThat(told).containsEntry("outcome", "accepted");
        assertThat(executions()).containsExactly("sensor-daily-2026-01-31");
    }
}
