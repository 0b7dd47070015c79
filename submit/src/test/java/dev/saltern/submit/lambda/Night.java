/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.lambda;

import dev.saltern.test.kit.Aws;
import dev.saltern.test.kit.AwsPython;
import dev.saltern.test.kit.emr.EmrTestServer;
import dev.saltern.test.kit.emr.VirtualClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a failure at night goes through: EMR by the test server, the judge as it is, a topic of the emulator, and who listens to it. */
final class Night implements AutoCloseable {
    private static final String LISTEN = """
            import boto3
            topic = boto3.client("sns").create_topic(Name="people")["TopicArn"]
            queue = boto3.client("sqs").create_queue(QueueName="ears")["QueueUrl"]
            boto3.client("sns").subscribe(TopicArn=topic, Protocol="sqs", Endpoint="arn:aws:sqs:us-east-1:123456789012:ears")
            print(topic)
            """;
    private static final String HEAR = """
            import boto3, json
            sqs = boto3.client("sqs")
            for message in sqs.receive_message(QueueUrl=sqs.get_queue_url(QueueName="ears")["QueueUrl"], MaxNumberOfMessages=10).get("Messages", []):
                print(json.dumps(json.loads(message["Body"])))
            """;

    final VirtualClock clock = new VirtualClock(Instant.now());
    final EmrTestServer server;
    final String topic;
    private final Path folder;
    private final AwsPython other;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    Night(Aws aws, Path folder) throws IOException {
        this.folder = folder;
        aws.reset();
        other = new AwsPython(aws.endpoint());
        topic = other.run(LISTEN).strip();
        server = EmrTestServer.start(clock);
        System.setProperty("aws.endpointUrl", server.endpoint().toString());
        System.setProperty("aws.endpointUrlSns", aws.endpoint().toString());
    }

    @Override
    public void close() {
        System.clearProperty("aws.endpointUrl");
        System.clearProperty("aws.endpointUrlSns");
        server.close();
    }

    String lake() {
        return folder.resolve("lake").toString();
    }

    Map<String, String> variables() {
        return Map.of(
                "AWS_REGION",
                Aws.REGION,
                "SALTERN_PIPELINE",
                "sensor-daily",
                "SALTERN_LAKE",
                lake(),
                "SALTERN_LOGS",
                folder.resolve("logs").toString(),
                "SALTERN_ENVIRONMENT",
                "emr",
                "SALTERN_TOPIC",
                topic);
    }

    /** Does what the function of the stack does with an event or a question. */
    Map<String, Object> judge(Map<?, ?> event) {
        Map<String, Object> members = new LinkedHashMap<>();
        event.forEach((name, value) -> members.put(String.valueOf(name), value));
        return new JudgeMain(
                        variables(),
                        Clock.fixed(clock.instant(), ZoneOffset.UTC),
                        new PrintStream(said, true, StandardCharsets.UTF_8))
                .handle(members);
    }

    /** Returns the lines that the function has logged. */
    List<String> logged() {
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** Returns each message that people have not heard yet, as SNS sends it. */
    List<String> heard() {
        return other.run(HEAR).lines().toList();
    }

    /** Does what the job does at its end. */
    void report(String launch, String verdict, int exitCode) {
        try {
            Path file = folder.resolve("lake/_reports/sensor-daily/2026-02-01T003000Z-r1.json");
            Files.createDirectories(file.getParent());
            Files.writeString(file, """
                    {"run": "r1", "scope": "2026-01-31", "verdict": "%s", "exitCode": %d, "started": "2026-02-01T00:30:00Z", "seconds": 9,
                     "failures": ["readings: 7.1%% of the rows are quarantined"], "setting": {"launch": "%s"}}
                    """.formatted(verdict, exitCode, launch));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves what a step wrote, as EMR copies it. */
    void log(String launch, String cluster, String text) {
        try {
            Path log = folder.resolve("logs/sensor-daily/" + launch + "/" + cluster + "/steps/s-1/stderr");
            Files.createDirectories(log.getParent());
            Files.writeString(log, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
