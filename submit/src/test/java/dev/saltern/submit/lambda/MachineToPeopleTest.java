/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.submit.Launches;
import dev.saltern.submit.render.DayRequest;
import dev.saltern.submit.render.StateMachine;
import dev.saltern.test.kit.Aws;
import dev.saltern.test.kit.AwsEmulator;
import dev.saltern.test.kit.emr.EmrTestServer;
import dev.saltern.test.kit.emr.Ending;
import dev.saltern.test.kit.emr.Life;
import dev.saltern.test.kit.emr.StepLife;
import dev.saltern.test.kit.machine.EmrTasks;
import dev.saltern.test.kit.machine.Execution;
import dev.saltern.test.kit.machine.MachineInterpreter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    @TempDir
    private Path folder;

    private Night night;
    private EmrTestServer server;
    private SnsClient sns;

    @BeforeEach
    void start(Aws aws) throws IOException {
        night = new Night(aws, folder);
        server = night.server;
        sns = SnsClient.builder()
                .endpointOverride(aws.endpoint())
                .region(Region.US_EAST_1)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @AfterEach
    void stop() {
        night.close();
        sns.close();
    }

    private Execution run() {
        DayRequest day = Launches.anyDay(night.lake(), "small");
        String definition = StateMachine.text(day).replace(StateMachine.TOPIC, night.topic);
        return new MachineInterpreter(definition, this::call, night.clock).run("sensor-daily-2026-01-31", INPUT);
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
        return Map.of("Payload", night.judge((Map<?, ?>) Objects.requireNonNull(arguments.get("Payload"))));
    }

    private void report(String verdict, int exitCode) {
        night.report("sensor-daily-2026-01-31", verdict, exitCode);
    }

    @Test
    void aPublishedDaySucceedsInSilence() {
        server.next(Life.GOOD.step(StepLife.completes(Duration.ofMinutes(9)).leaving(() -> report("PUBLISHED", 0))));
        Execution execution = run();
        assertThat(execution.status()).as(execution.cause()).isEqualTo("SUCCEEDED");
        assertThat(String.valueOf(execution.output())).contains("published by run r1");
        assertThat(server.leaked()).isEmpty();
        assertThat(night.heard()).isEmpty();
    }

    @Test
    void stepsThatCompletedAreNoSuccessWithoutAReport() {
        assertThat(run().error()).isEqualTo("Saltern.20");
        assertThat(night.heard()).singleElement().asString().contains("the job left no report in the lake");
    }

    @Test
    void aRefusedDayIsToldWithItsReasonAndTheNextCommand() throws IOException {
        server.next(Life.GOOD.step(StepLife.fails(Duration.ofMinutes(9)).leaving(() -> report("REFUSED", 21))));
        assertThat(run().error()).isEqualTo("Saltern.21");
        JsonNode heard = new ObjectMapper().readTree(night.heard().get(0));
        assertThat(heard.path("Subject").asText()).isEqualTo("Saltern: sensor-daily 2026-01-31 failed, 21");
        assertThat(heard.path("Message").asText())
                .contains(
                        "The run was not published: readings: 7.1% of the rows are quarantined",
                        "saltern diagnose j-", "saltern launch sensor-daily --date 2026-01-31 --env emr");
        assertThat(server.leaked()).isEmpty();
    }

    @Test
    void withoutMachinesTheNextKindIsTriedAndTheDayGoesLive() {
        server.next(Life.GOOD.neverStarts(Ending.FLEET_TIMEOUT));
        server.next(Life.GOOD.neverStarts(Ending.NO_CAPACITY));
        server.next(Life.GOOD.step(StepLife.completes(Duration.ofMinutes(9)).leaving(() -> report("PUBLISHED", 0))));
        Execution execution = run();
        assertThat(execution.status()).as(execution.cause()).isEqualTo("SUCCEEDED");
        assertThat(server.started()).hasSize(3);
        assertThat(taskTypes(0)).contains("m7g.xlarge").doesNotContain("c7g.xlarge");
        assertThat(taskTypes(1)).contains("c7g.xlarge").doesNotContain("m7g.xlarge");
        assertThat(server.request(server.started().get(2)).toString()).doesNotContain("SpotSpecification");
        assertThat(server.leaked()).isEmpty();
        assertThat(night.heard()).isEmpty();
    }

    @Test
    void whenNoKindIsToBeHadEachAttemptIsToldOnce() throws IOException {
        for (int attempt = 0; attempt < 3; attempt++) {
            server.next(Life.GOOD.neverStarts(Ending.FLEET_TIMEOUT));
        }
        assertThat(run().error()).isEqualTo("Saltern.10");
        assertThat(server.started()).hasSize(3);
        List<String> heard = night.heard();
        assertThat(heard).hasSize(1);
        assertThat(new ObjectMapper().readTree(heard.get(0)).path("Message").asText())
                .contains(
                        "Cannot start the cluster: INSTANCE_FLEET_TIMEOUT",
                        "Before that: Attempt 1 of 3: Cannot start the cluster: INSTANCE_FLEET_TIMEOUT",
                        "Attempt 2 of 3: ");
    }

    @Test
    void afterAStepHasFailedNoOtherMachinesAreTried() {
        server.next(Life.GOOD.step(StepLife.fails(Duration.ofMinutes(9))));
        assertThat(run().error()).isEqualTo("Saltern.20");
        assertThat(server.started()).hasSize(1);
    }

    private String taskTypes(int zeroBasedAttempt) {
        return server.request(server.started().get(zeroBasedAttempt))
                .at("/Instances/InstanceFleets/2/InstanceTypeConfigs")
                .toString();
    }
}
