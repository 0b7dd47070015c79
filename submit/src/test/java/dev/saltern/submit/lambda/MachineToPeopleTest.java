/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.submit.Launches;
import dev.saltern.submit.render.DayRequest;
import dev.saltern.submit.render.OpenWords;
import dev.saltern.submit.render.StateMachine;
import dev.saltern.submit.request.ClusterRequest;
import dev.saltern.submit.request.LaunchSpec;
import dev.saltern.test.kit.Aws;
import dev.saltern.test.kit.AwsEmulator;
import dev.saltern.test.kit.AwsPython;
import dev.saltern.test.kit.emr.EmrTestServer;
import dev.saltern.test.kit.emr.Life;
import dev.saltern.test.kit.emr.StepLife;
import dev.saltern.test.kit.emr.VirtualClock;
import dev.saltern.test.kit.machine.EmrTasks;
import dev.saltern.test.kit.machine.Execution;
import dev.saltern.test.kit.machine.MachineInterpreter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * From the schedule's input to what a person reads: the machine by the interpreter, EMR by the test server, the judge as it is, the topic by
 * the emulator, where another client listens.
 */
@ExtendWith(AwsEmulator.class)
class MachineToPeopleTest {
    private static final Map<String, Object> INPUT = Map.of("scheduledTime", "2026-02-01T02:00:00Z");
    private static final String LISTEN = """
            import boto3
            topic = boto3.client("sns").create_topic(Name="people")["TopicArn"]
            queue = boto3.client("sqs").create_queue(QueueName="ears")["QueueUrl"]
            boto3.client("sns").subscribe(TopicArn=topic, Protocol="sqs", Endpoint="arn:aws:sqs:us-east-1:123456789012:ears")
            print(topic)
            """;
    private static final String HEAR = """
            import boto3
            sqs = boto3.client("sqs")
            for message in sqs.receive_message(QueueUrl=sqs.get_queue_url(QueueName="ears")["QueueUrl"]).get("Messages", []):
                print(message["Body"])
            """;

    @TempDir
    private Path folder;

    private final VirtualClock clock = new VirtualClock(Instant.now());
    private EmrTestServer server;
    private AwsPython other;
    private SnsClient sns;
    private String topic;

    @BeforeEach
    void start(Aws aws) throws IOException {
        aws.reset();
        other = new AwsPython(aws.endpoint());
        topic = other.run(LISTEN).strip();
        sns = SnsClient.builder()
                .endpointOverride(aws.endpoint())
                .region(Region.US_EAST_1)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        server = EmrTestServer.start(clock);
        System.setProperty("aws.endpointUrl", server.endpoint().toString());
    }

    @AfterEach
    void stop() {
        System.clearProperty("aws.endpointUrl");
        server.close();
        sns.close();
    }

    private Execution run() {
        LaunchSpec spec = OpenWords.open(
                Launches.spec(Launches.environment(folder.resolve("lake").toString())));
        ClusterRequest request =
                ClusterRequest.of(spec, Launches.emr("small"), spec.account().subnets(), 0);
        DayRequest day = DayRequest.of("sensor-daily", request, Duration.ofHours(2), Duration.ofMinutes(150));
        String definition = StateMachine.text(day).replace(StateMachine.TOPIC, topic);
        return new MachineInterpreter(definition, this::call, clock).run("sensor-daily-2026-01-31", INPUT);
    }

    private Object call(String resource, Map<String, Object> arguments) {
        if (EmrTasks.isOne(resource)) {
            return new EmrTasks(server.endpoint()).call(resource, arguments);
        }
        if (resource.equals("arn:aws:states:::sns:publish")) {
            return Map.of(
                    "MessageId",
                    sns.publish(publish -> publish.topicArn(String.valueOf(arguments.get("TopicArn")))
                                    .subject(String.valueOf(arguments.get("Subject")))
                                    .message(String.valueOf(arguments.get("Message"))))
                            .messageId());
        }
        Map<String, Object> question = new LinkedHashMap<>();
        if (arguments.get("Payload") instanceof Map<?, ?> payload) {
            payload.forEach((name, value) -> question.put(String.valueOf(name), value));
        }
        Map<String, String> variables = Map.of(
                "AWS_REGION", "us-east-1",
                "SALTERN_PIPELINE", "sensor-daily",
                "SALTERN_LAKE", folder.resolve("lake").toString(),
                "SALTERN_LOGS", folder.resolve("logs").toString(),
                "SALTERN_ENVIRONMENT", "emr");
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return Map.of(
                "Payload",
                new JudgeMain(variables, Clock.fixed(clock.instant(), ZoneOffset.UTC), nowhere).handle(question));
    }

    /** Does what the job does at its end. */
    private void report(String verdict, int exitCode) {
        try {
            Path file = folder.resolve("lake/_reports/sensor-daily/2026-02-01T003000Z-r1.json");
            Files.createDirectories(file.getParent());
            Files.writeString(file, """
                    {"run": "r1", "scope": "2026-01-31", "verdict": "%s", "exitCode": %d, "started": "2026-02-01T00:30:00Z", "seconds": 9,
                     "failures": ["readings: 7.1%% of the rows are quarantined"], "setting": {"launch": "sensor-daily-2026-01-31"}}
                    """.formatted(verdict, exitCode));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aPublishedDaySucceedsInSilence() {
        server.next(Life.GOOD.step(StepLife.completes(Duration.ofMinutes(9)).leaving(() -> report("PUBLISHED", 0))));
        Execution execution = run();
        assertThat(execution.status()).as(execution.cause()).isEqualTo("SUCCEEDED");
        assertThat(String.valueOf(execution.output())).contains("published by run r1");
        assertThat(server.leaked()).isEmpty();
        assertThat(other.run(HEAR)).isEmpty();
    }

    @Test
    void stepsThatCompletedAreNoSuccessWithoutAReport() {
        assertThat(run().error()).isEqualTo("Saltern.20");
        assertThat(other.run(HEAR)).contains("the job left no report in the lake");
    }

    @Test
    void aRefusedDayIsToldWithItsReasonAndTheNextCommand() throws IOException {
        server.next(Life.GOOD.step(StepLife.fails(Duration.ofMinutes(9)).leaving(() -> report("REFUSED", 21))));
        assertThat(run().error()).isEqualTo("Saltern.21");
        JsonNode heard = new ObjectMapper().readTree(other.run(HEAR));
        assertThat(heard.path("Subject").asText()).isEqualTo("Saltern: sensor-daily 2026-01-31 failed, 21");
        assertThat(heard.path("Message").asText())
                .contains(
                        "The run was not published: readings: 7.1% of the rows are quarantined",
                        "saltern diagnose j-", "saltern launch sensor-daily --date 2026-01-31 --env emr");
        assertThat(server.leaked()).isEmpty();
    }
}
