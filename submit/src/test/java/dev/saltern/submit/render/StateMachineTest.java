/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.submit.Launches;
import dev.saltern.test.kit.emr.EmrTestServer;
import dev.saltern.test.kit.emr.Ending;
import dev.saltern.test.kit.emr.Fault;
import dev.saltern.test.kit.emr.Life;
import dev.saltern.test.kit.emr.StepLife;
import dev.saltern.test.kit.emr.VirtualClock;
import dev.saltern.test.kit.machine.EmrTasks;
import dev.saltern.test.kit.machine.Execution;
import dev.saltern.test.kit.machine.MachineGraph;
import dev.saltern.test.kit.machine.MachineInterpreter;
import dev.saltern.test.kit.machine.TaskFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The machine before the EMR test server, carried out by the interpreter of the test kit. */
class StateMachineTest {
    private static final List<String> CLEAN_UP = List.of("Strays", "Judge", "Tell");
    private static final Map<String, Object> INPUT = Map.of("scheduledTime", "2026-02-01T02:00:00Z");

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-02-01T02:00:05Z"));
    private final List<Map<String, Object>> judged = new ArrayList<>();
    private final List<Map<String, Object>> told = new ArrayList<>();
    private EmrTestServer server;
    private Map<String, Object> verdict = Map.of("exitCode", 0, "subject", "fine", "message", "published by run r1");
    private Runnable onJudge = () -> {};
    private boolean judgeIsBroken;
    private boolean topicIsGone;

    @BeforeEach
    void start() throws IOException {
        server = EmrTestServer.start(clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static DayRequest request() {
        return Launches.anyDay("s3://bucket/curated", "small");
    }

    private Execution run(Map<String, Object> input) {
        return new MachineInterpreter(StateMachine.text(request()), this::call, clock).run("sensor-daily-1", input);
    }

    private @Nullable Object call(String resource, Map<String, Object> arguments) {
        if (EmrTasks.isOne(resource)) {
            return new EmrTasks(server.endpoint()).call(resource, arguments);
        }
        if (resource.equals("arn:aws:states:::lambda:invoke")) {
            Map<String, Object> question = new LinkedHashMap<>();
            ((Map<?, ?>) arguments.get("Payload")).forEach((name, value) -> question.put(String.valueOf(name), value));
            judged.add(question);
            onJudge.run();
            if (judgeIsBroken) {
                throw new TaskFailure("Lambda.Unknown", "The function timed out");
            }
            return Map.of("Payload", verdict);
        }
        if (topicIsGone) {
            throw new TaskFailure("Sns.NotFound", "The topic is not there");
        }
        told.add(arguments);
        return Map.of("MessageId", "1");
    }

    @Test
    void everyPathEndsAndEveryErrorIsCleanedUpAndTold() {
        assertThat(MachineGraph.of(StateMachine.text(request())).problems(CLEAN_UP))
                .isEmpty();
        assertThat(MachineGraph.of(StateMachine.text(request())).targets().get("Found"))
                .contains("Terminate");
    }

    @Test
    void aDanglingTransitionIsFound() {
        String text = StateMachine.text(request());
        assertThat(MachineGraph.of(text.replace("\"Default\" : \"Cluster\"", "\"Default\" : \"Clutser\""))
                        .problems(CLEAN_UP))
                .contains("Decide leads to Clutser, which is not there", "Nothing leads to Cluster");
        assertThat(MachineGraph.of(text.replace("\"Next\" : \"Tell\"", "\"Next\" : \"Untold\""))
                        .problems(CLEAN_UP))
                .contains("An error of Judge does not lead to Tell");
    }

    @Test
    void aGoodDayEndsWithItsVerdict() {
        Execution execution = run(INPUT);
        assertThat(execution.status()).as(execution.cause()).isEqualTo("SUCCEEDED");
        assertThat(execution.output()).isEqualTo(verdict);
        assertThat(judged).hasSize(1);
        assertThat(judged.get(0))
                .containsEntry("day", "2026-01-31")
                .containsEntry("launch", "sensor-daily-1")
                .containsEntry("clusterId", server.started().get(0))
                .containsEntry("late", false);
        assertThat(server.request(server.started().get(0)).path("Name").asText())
                .isEqualTo("saltern sensor-daily 2026-01-31 0123abcd sensor-daily-1");
        assertThat(server.leaked()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void aFailedStepEndsTheClusterAndIsTold() {
        server.next(Life.GOOD.step(StepLife.fails(Duration.ofMinutes(10))));
        verdict = Map.of("exitCode", 20, "subject", "Saltern: failed", "message", "The run failed: out of memory");
        Execution execution = run(INPUT);
        assertThat(execution.status()).isEqualTo("FAILED");
        assertThat(execution.error()).isEqualTo("Saltern.20");
        assertThat(told).hasSize(1);
        assertThat(told.get(0)).containsEntry("Message", "The run failed: out of memory");
        assertThat(server.leaked()).isEmpty();
    }

    @Test
    void aLaunchThatIsRefusedIsTold() {
        server.fault(Fault.first(Fault.Kind.SERVER_ERROR, "RunJobFlow"));
        verdict = Map.of("exitCode", 10, "subject", "s", "message", "m");
        Execution execution = run(INPUT);
        assertThat(execution.error()).isEqualTo("Saltern.10");
        assertThat(judged.get(0).get("trouble").toString()).contains("Cannot start the cluster: Emr.Internal");
        assertThat(server.started()).isEmpty();
        assertThat(told).hasSize(1);
    }

    @Test
    void aClusterWhoseIdWasLostIsEndedByItsName() {
        server.fault(Fault.first(Fault.Kind.LOST_RESPONSE, "RunJobFlow"));
        verdict = Map.of("exitCode", 10, "subject", "s", "message", "m");
        Execution execution = run(INPUT);
        assertThat(execution.visited()).contains("Strays", "Terminate", "Tell");
        assertThat(server.started()).hasSize(1);
        assertThat(server.leaked()).isEmpty();
        assertThat(judged.get(0)).containsEntry("clusterId", server.started().get(0));
    }

    @Test
    void aLaunchWithoutMachinesIsOver() {
        server.next(Life.GOOD.neverStarts(
                new Ending("TERMINATED_WITH_ERRORS", "INSTANCE_FLEET_TIMEOUT", "No capacity within the time")));
        verdict = Map.of("exitCode", 10, "subject", "s", "message", "No capacity");
        assertThat(run(INPUT).error()).isEqualTo("Saltern.10");
        assertThat(told).hasSize(1);
        assertThat(server.leaked()).isEmpty();
    }

    @Test
    void aDayThatTakesTooLongIsEnded() {
        server.next(Life.GOOD.step(StepLife.completes(Duration.ofDays(2))));
        verdict = Map.of("exitCode", 30, "subject", "s", "message", "m");
        Instant began = clock.instant();
        Execution execution = run(INPUT);
        assertThat(execution.error()).isEqualTo("Saltern.30");
        assertThat(judged.get(0)).containsEntry("late", true);
        assertThat(server.leaked()).isEmpty();
        assertThat(Duration.between(began, clock.instant())).isBetween(Duration.ofHours(2), Duration.ofMinutes(130));
    }

    @Test
    void throttlingIsWaitedFor() {
        server.fault(Fault.throttled(1, Duration.ofMinutes(3)));
        assertThat(run(INPUT).status()).isEqualTo("SUCCEEDED");
        assertThat(server.started()).hasSize(1);
    }

    @Test
    void aJudgeThatFailsIsToldToo() {
        judgeIsBroken = true;
        Execution execution = run(INPUT);
        assertThat(execution.error()).isEqualTo("Saltern.20");
        assertThat(told.get(0).get("Message").toString())
                .contains("could not be judged: Lambda.Unknown", "saltern diagnose j-");
    }

    @Test
    void theInputNamesTheDayOrTheTime() {
        assertThat(run(Map.of("date", "2026-01-15", "gatherSeconds", 900)).visited())
                .contains("Gather");
        assertThat(judged.get(0)).containsEntry("day", "2026-01-15");
        Execution nameless = run(Map.of());
        assertThat(nameless.error()).isEqualTo("Saltern.2");
        assertThat(nameless.visited()).containsExactly("Day", "Named", "Nameless", "Tell", "Failed");
    }

    @Test
    void noAttemptBeginsBehindTheDeadline() {
        server.next(Life.GOOD.neverStarts(Ending.FLEET_TIMEOUT));
        server.next(Life.GOOD.neverStarts(Ending.FLEET_TIMEOUT));
        verdict = Map.of("exitCode", 10, "subject", "s", "message", "m", "reason", "no machines", "relaunch", true);
        onJudge = () -> clock.sleep(Duration.ofMinutes(70));
        assertThat(run(INPUT).visited()).contains("Launch 2", "Tell").doesNotContain("Launch 3");
        assertThat(judged.get(1)).containsEntry("trouble", "Attempt 1 of 3: no machines. ");
        assertThat(server.leaked()).isEmpty();
    }

    @Test
    void whoCannotBeToldByTheMachineHearsOfItByTheError() {
        verdict = Map.of("exitCode", 20, "subject", "s", "message", "m");
        topicIsGone = true;
        assertThat(run(INPUT).error()).isEqualTo("Untold.20");
    }
}
