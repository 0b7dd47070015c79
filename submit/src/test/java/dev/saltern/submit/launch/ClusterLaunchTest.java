/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saltern.submit.Launches;
import dev.saltern.submit.launch.LaunchBench.Result;
import dev.saltern.submit.request.ClusterRequest;
import dev.saltern.submit.request.LaunchId;
import dev.saltern.test.kit.emr.Ending;
import dev.saltern.test.kit.emr.Fault;
import dev.saltern.test.kit.emr.Life;
import dev.saltern.test.kit.emr.StepLife;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way that a launch can go, before the EMR test server; whatever happens, no cluster is left running. */
class ClusterLaunchTest {
    @TempDir
    private Path lake;

    private LaunchBench bench;

    @BeforeEach
    void start() throws IOException {
        bench = new LaunchBench(lake);
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(bench.server().leaked()).isEmpty();
        bench.close();
    }

    private void life(StepLife step) {
        bench.server().usual(Life.GOOD.step(step));
    }

    private StepLife publishes() {
        return StepLife.completes(Duration.ofMinutes(9)).leaving(bench.reports("PUBLISHED", 0, ""));
    }

    @Test
    void published() {
        life(publishes());
        assertThat(bench.launch()).isEqualTo(new Result(0, "published by run run-1", 1));
        assertThat(bench.server()
                        .request(bench.server().started().get(0))
                        .path("MonitoringConfiguration")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void aCompletedStepWithoutAReportIsNoSuccess() {
        life(StepLife.completes(Duration.ofMinutes(9)));
        assertThat(bench.launch().exitCode()).isEqualTo(20);
    }

    @Test
    void theGateTellsItsOwnCode() {
        life(StepLife.fails(Duration.ofMinutes(9)).leaving(bench.reports("REFUSED", 21, "\"readings: 9% set aside\"")));
        assertThat(bench.launch()).isEqualTo(new Result(21, "The run was not published: readings: 9% set aside", 1));
    }

    @Test
    void aFailedStepIsAFailureHoweverTheClusterEnds() {
        for (Ending ending : new Ending[] {
            Ending.SILENT, Ending.COMPLETED, Ending.COMPLETED_WITH_ERRORS, Ending.STEP_FAILURE, Ending.INTERNAL_ERROR
        }) {
            bench.server()
                    .next(Life.GOOD.step(StepLife.fails(Duration.ofMinutes(3))).ends(ending));
            Result result = bench.launch();
            assertThat(result.exitCode()).as(ending.toString()).isEqualTo(20);
            assertThat(result.clusters()).isEqualTo(1);
        }
    }

    @Test
    void withoutCapacityTheNextKindOfMachineIsTried() {
        bench.server()
                .next(Life.GOOD.neverStarts(Ending.FLEET_TIMEOUT))
                .next(Life.GOOD.neverStarts(Ending.NO_CAPACITY))
                .next(Life.GOOD.step(publishes()));
        assertThat(bench.launch()).isEqualTo(new Result(0, "published by run run-1", 3));
        String last = bench.server().request(bench.server().started().get(2)).toString();
        assertThat(last).contains("TargetOnDemandCapacity").doesNotContain("TargetSpotCapacity");
    }

    @Test
    void theLadderHasAnEnd() {
        bench.server().usual(Life.GOOD.neverStarts(Ending.FLEET_TIMEOUT));
        Result result = bench.launch();
        assertThat(result.exitCode()).isEqualTo(10);
        assertThat(result.clusters()).isEqualTo(3);
    }

    @Test
    void aBootstrapActionThatAlwaysFailsHasItsOwnCode() {
        bench.server().usual(Life.GOOD.neverRuns(Ending.BOOTSTRAP_FAILURE));
        assertThat(bench.launch().exitCode()).isEqualTo(11);
    }

    @Test
    void throttledForTwoMinutes() {
        life(publishes());
        bench.server().fault(Fault.throttled(1, Duration.ofMinutes(2)));
        assertThat(bench.launch()).isEqualTo(new Result(0, "published by run run-1", 1));
        bench.server().fault(Fault.throttled(1, Duration.ofMinutes(2)));
        assertThat(bench.server().started()).hasSize(1);
    }

    @Test
    void aLostAnswerStartsOneCluster() {
        life(publishes());
        bench.server().fault(Fault.first(Fault.Kind.LOST_RESPONSE, "RunJobFlow"));
        assertThat(bench.launch()).isEqualTo(new Result(0, "published by run run-1", 1));
        assertThat(bench.server().started()).hasSize(1);
    }

    @Test
    void aLostRequestIsAskedAgain() {
        life(publishes());
        bench.server().fault(Fault.first(Fault.Kind.LOST_REQUEST, "RunJobFlow"));
        assertThat(bench.launch()).isEqualTo(new Result(0, "published by run run-1", 1));
        assertThat(bench.server().started()).hasSize(1);
    }

    @Test
    void aLostAnswerIsLookedForThroughFaults() {
        life(publishes());
        bench.server()
                .fault(Fault.first(Fault.Kind.LOST_RESPONSE, "RunJobFlow"))
                .fault(new Fault(Fault.Kind.SERVER_ERROR, "ListClusters", 2, 2, Duration.ZERO));
        assertThat(bench.launch().exitCode()).isZero();
        assertThat(bench.server().started()).hasSize(1);
    }

    @Test
    void lookingSurvivesAnyLostAnswer() {
        life(publishes());
        bench.server()
                .fault(new Fault(Fault.Kind.LOST_RESPONSE, "DescribeCluster", 2, 3, Duration.ZERO))
                .fault(new Fault(Fault.Kind.SERVER_ERROR, "ListSteps", 3, 3, Duration.ZERO));
        assertThat(bench.launch()).isEqualTo(new Result(0, "published by run run-1", 1));
    }

    @Test
    void theDeadlineEndsTheCluster() {
        life(StepLife.completes(Duration.ofHours(9)));
        bench.deadline = Duration.ofMinutes(45);
        Result result = bench.launch();
        assertThat(result.exitCode()).isEqualTo(30);
        assertThat(result.message()).startsWith("The deadline of 2026-02-01T01:15:00Z was reached: cluster j-");
    }

    @Test
    void theBudgetEndsTheCluster() {
        life(StepLife.completes(Duration.ofHours(3)));
        bench.maxUsd = 0.30;
        Result result = bench.launch();
        assertThat(result.exitCode()).isEqualTo(30);
        assertThat(result.message()).startsWith("The budget of $0.30 was reached");
    }

    @Test
    void aSignalEndsTheClusterInEveryState() {
        for (int minutes : new int[] {1, 5, 8}) {
            bench.close();
            try (LaunchBench fresh = again()) {
                fresh.server().usual(Life.GOOD.step(StepLife.completes(Duration.ofHours(3))));
                Duration signal = Duration.ofMinutes(minutes);
                fresh.whileAsleep = () -> {
                    if (!fresh.pace().now().isBefore(LaunchBench.START.plus(signal))) {
                        fresh.stop.request();
                    }
                };
                Result result = fresh.launch();
                assertThat(result.exitCode()).as("after %s minutes", minutes).isEqualTo(40);
                assertThat(fresh.server().started()).hasSize(1);
                assertThat(fresh.server().leaked()).isEmpty();
            }
        }
    }

    private LaunchBench again() {
        try {
            return new LaunchBench(lake);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aClusterThatSomeoneElseEndedIsAnInterruption() {
        life(StepLife.completes(Duration.ofHours(3)));
        bench.whileAsleep = () -> {
            if (bench.pace().now().isAfter(LaunchBench.START.plus(Duration.ofMinutes(10)))) {
                bench.work().aws().emr().terminate(bench.server().running());
            }
        };
        assertThat(bench.launch().exitCode()).isEqualTo(40);
    }

    @Test
    void aSecondLaunchOfTheSameWorkYields() {
        life(StepLife.completes(Duration.ofHours(3)));
        String id = new ClusterStart(bench.work()).start(request());
        bench.id = new LaunchId(Launches.ID.key(), "another");
        assertThat(bench.launch())
                .isEqualTo(new Result(
                        50,
                        "Cannot launch: " + id + " does the same work and was first. Watch it: saltern watch " + id,
                        0));
        assertThat(bench.server().started()).hasSize(1);
        bench.work().aws().emr().terminate(List.of(id));
    }

    @Test
    void ofTwoThatStartedAtOnceTheOlderIsKept() {
        life(StepLife.completes(Duration.ofHours(3)));
        var first = request();
        bench.id = new LaunchId(Launches.ID.key(), "another");
        var second = request();
        var emr = bench.work().aws().emr();
        String older = emr.run(first.emr(), first.more());
        bench.pace().sleep(Duration.ofSeconds(1));
        String younger = emr.run(second.emr(), second.more());
        assertThatThrownBy(() -> new ClusterStart(bench.work()).settle(younger))
                .hasMessageContaining(older + " does the same work");
        assertThat(bench.server().leaked()).containsExactly(older);
        bench.id = Launches.ID;
        assertThat(new ClusterStart(bench.work()).settle(older)).isEqualTo(older);
        emr.terminate(List.of(older));
    }

    @Test
    void aClusterThatCannotBeWrittenDownIsEnded() {
        life(StepLife.completes(Duration.ofHours(3)));
        ClusterLaunch launch = new ClusterLaunch(bench.work(), bench.emr(), id -> {
            throw new IllegalStateException("no lake");
        });
        assertThatThrownBy(launch::run).hasMessage("no lake");
        assertThat(bench.server().started()).hasSize(1);
    }

    private ClusterRequest request() {
        return ClusterLaunch.request(bench.work(), bench.emr(), 0, bench.pace().now());
    }

    @Test
    void anInvalidRequestIsRefusedByEmrAtOnce() {
        bench.server().fault(new Fault(Fault.Kind.SERVER_ERROR, "RunJobFlow", 1, 99, Duration.ZERO));
        Result result = bench.launch();
        assertThat(result.exitCode()).isEqualTo(10);
        assertThat(result.message()).startsWith("Cannot start a cluster");
        assertThat(bench.server().started()).isEmpty();
    }

    @Test
    void requestsOfEveryAttemptAreRight() {
        assertThat(ClusterLaunch.problems(
                        bench.work(), bench.emr(), bench.pace().now()))
                .isEmpty();
        assertThatThrownBy(() -> bench.emr().attempt(9)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
