/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.submit.Launches;
import dev.saltern.submit.render.DayRequest;
import dev.saltern.submit.render.Schedule;
import dev.saltern.submit.render.StateMachine;
import dev.saltern.submit.render.UpkeepRequest;
import dev.saltern.test.kit.Aws;
import dev.saltern.test.kit.AwsEmulator;
import dev.saltern.test.kit.emr.Life;
import dev.saltern.test.kit.emr.StepLife;
import dev.saltern.test.kit.machine.EmrTasks;
import dev.saltern.test.kit.machine.Evaluated;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whoever started a cluster that failed: people are told of it, and once. */
@ExtendWith(AwsEmulator.class)
class EndedToPeopleTest {
    private static final String TIME = "2026-02-01T02:00:00Z";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    @TempDir
    private Path folder;

    private Night night;

    @BeforeEach
    void start(Aws aws) throws IOException {
        night = new Night(aws, folder);
    }

    @AfterEach
    void stop() {
        night.close();
    }

    private DayRequest day() {
        return Launches.anyDay(night.lake(), "small");
    }

    /** Starts a cluster as EventBridge Scheduler does. */
    private String scheduled(DayRequest request) throws IOException {
        String input = Schedule.input(request)
                .replace("<aws.scheduler.scheduled-time>", TIME)
                .replace("<aws.scheduler.execution-id>", "execution-1");
        return started(JSON.readValue(input, OBJECT));
    }

    private String started(Map<String, Object> request) {
        Map<?, ?> answer = (Map<?, ?>)
                new EmrTasks(night.server.endpoint()).call("arn:aws:states:::aws-sdk:emr:runJobFlow", request);
        night.clock.sleep(Duration.ofMinutes(40));
        return String.valueOf(Objects.requireNonNull(answer).get("JobFlowId"));
    }

    private static Map<String, Object> ended(String cluster) {
        return Map.of(
                "source", "aws.emr",
                "detail-type", "EMR Cluster State Change",
                "detail", Map.of("clusterId", cluster, "state", "TERMINATED_WITH_ERRORS"));
    }

    @Test
    void aFailureOfTheScheduleIsToldWithItsCauseAndTheNextCommand() throws IOException {
        night.server.next(Life.GOOD.step(StepLife.fails(Duration.ofMinutes(9))));
        String cluster = scheduled(day());
        night.log("execution-1", cluster, "INFO\njava.io.IOException: No space left on device\n");
        night.judge(ended(cluster));
        assertThat(night.heard())
                .singleElement()
                .satisfies(
                        heard -> assertThat(JSON.readTree(heard).path("Message").asText())
                                .contains(
                                        "Cause: The local disk of a machine is full",
                                        "advice: Raise emr.disk-gib",
                                        "saltern diagnose " + cluster + " --env emr",
                                        "saltern launch sensor-daily --date 2026-01-31 --env emr"));
    }

    @Test
    void whatAMachineTellsIsNotToldAgain() throws IOException {
        night.server.next(Life.GOOD.step(StepLife.fails(Duration.ofMinutes(9))));
        JsonNode launch = JSON.readTree(StateMachine.text(day())).at("/States/Launch/Arguments");
        Object arguments = new Evaluated(Map.of("day", "2026-01-31", "launch", "execution-1"))
                .value(JSON.convertValue(launch, OBJECT));
        String cluster = started(JSON.convertValue(arguments, OBJECT));
        assertThat(night.judge(ended(cluster))).containsEntry("exitCode", 20);
        assertThat(night.heard()).isEmpty();
        assertThat(night.logged())
                .singleElement()
                .asString()
                .contains("\"Success\":0.0")
                .doesNotContain("RowsRead");
    }

    @Test
    void aRemovalThatFailsIsToldAndCountsAsNoFailedDay() throws IOException {
        night.server.next(Life.GOOD.step(StepLife.fails(Duration.ofMinutes(9))));
        String cluster = scheduled(UpkeepRequest.of(day(), "saltern-gc"));
        night.judge(ended(cluster));
        assertThat(night.heard())
                .singleElement()
                .asString()
                .contains("The removal of files that sensor-daily no longer needs failed", "saltern gc --env emr");
        assertThat(night.logged())
                .singleElement()
                .asString()
                .contains("CostUsd")
                .doesNotContain("Success");
    }

    @Test
    void whatEndsWellIsNotTold() throws IOException {
        String cluster = scheduled(day());
        night.report("execution-1", "PUBLISHED", 0);
        assertThat(night.judge(ended(cluster))).containsEntry("exitCode", 0);
        String gc = scheduled(UpkeepRequest.of(day(), "saltern-gc"));
        assertThat(night.judge(ended(gc))).containsEntry("subject", "Saltern: sensor-daily gc is done");
        assertThat(night.heard()).isEmpty();
    }
}
