/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.emr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.emr.model.Cluster;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.ClusterStateChangeReasonCode;
import software.amazon.awssdk.services.emr.model.Step;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.emr.model.Tag;

/** The lives of clusters as the real SDK client sees them. */
class EmrTestServerTest extends EmrCalls {
    @Test
    void clusterLivesFromStartToEnd() {
        String id = run(request -> {});
        assertThat(state(id)).isEqualTo(ClusterState.STARTING);
        assertThat(steps(id)).extracting(step -> step.status().state()).containsExactly(StepState.PENDING);
        clock.sleep(Duration.ofMinutes(4));
        assertThat(state(id)).isEqualTo(ClusterState.BOOTSTRAPPING);
        clock.sleep(Duration.ofMinutes(2));
        assertThat(state(id)).isEqualTo(ClusterState.RUNNING);
        assertThat(steps(id)).extracting(step -> step.status().state()).containsExactly(StepState.RUNNING);
        clock.sleep(Duration.ofMinutes(1));
        assertThat(state(id)).isEqualTo(ClusterState.TERMINATING);
        clock.sleep(Duration.ofMinutes(1));
        Cluster ended = cluster(id);
        assertThat(ended.status().state()).isEqualTo(ClusterState.TERMINATED);
        assertThat(ended.status().stateChangeReason().code())
                .isEqualTo(ClusterStateChangeReasonCode.ALL_STEPS_COMPLETED);
        assertThat(ended.status().timeline().endDateTime()).isEqualTo("2026-01-31T03:08:00Z");
        assertThat(ended.tags())
                .containsExactly(Tag.builder().key("run").value("r1").build());
        assertThat(server.running()).isEmpty();
    }

    @Test
    void hoursPassAtOnceWhenNobodyLooks() {
        server.next(
                Life.GOOD.step(StepLife.completes(Duration.ofHours(3))).step(StepLife.completes(Duration.ofHours(1))));
        String id = run(request -> request.steps(step("one"), step("two")));
        clock.sleep(Duration.ofHours(9));
        assertThat(steps(id)).extracting(Step::name).containsExactly("two", "one");
        assertThat(steps(id).get(0).status().timeline().endDateTime()).isEqualTo("2026-01-31T07:06:00Z");
    }

    @Test
    void failedStepTakesTheClusterDownAndTheStepsBehindIt() {
        server.next(Life.GOOD.step(
                StepLife.fails(Duration.ofMinutes(3)).because("Unknown Error.", "OutOfMemoryError", "s3://log")));
        String id = run(request -> request.steps(step("bad"), step("never")));
        clock.sleep(Duration.ofMinutes(20));
        assertThat(steps(id))
                .extracting(step -> step.status().state())
                .containsExactly(StepState.CANCELLED, StepState.FAILED);
        assertThat(steps(id).get(1).status().failureDetails().message()).isEqualTo("OutOfMemoryError");
        assertThat(state(id)).isEqualTo(ClusterState.TERMINATED_WITH_ERRORS);
    }

    @Test
    void stepsAtATimeMakeTerminateClusterVoid() {
        server.next(Life.GOOD.step(StepLife.fails(Duration.ofMinutes(3))));
        String id = run(request -> request.stepConcurrencyLevel(2));
        clock.sleep(Duration.ofMinutes(20));
        assertThat(cluster(id).status().stateChangeReason().message()).isEqualTo("Steps completed with errors");
    }

    @Test
    void endOfAClusterMaySayNothing() {
        server.next(Life.GOOD.step(StepLife.fails(Duration.ofMinutes(3))).ends(Ending.SILENT));
        String id = run(request -> {});
        clock.sleep(Duration.ofMinutes(20));
        assertThat(state(id)).isEqualTo(ClusterState.TERMINATED);
        assertThat(cluster(id).status().stateChangeReason().code()).isNull();
    }

    @Test
    void machinesMayNeverCome() {
        server.next(Life.GOOD.neverStarts(Ending.FLEET_TIMEOUT)).next(Life.GOOD.neverRuns(Ending.BOOTSTRAP_FAILURE));
        String noMachines = run(request -> {});
        String noSetUp = run(request -> {});
        clock.sleep(Duration.ofMinutes(10));
        assertThat(cluster(noMachines).status().stateChangeReason().code())
                .isEqualTo(ClusterStateChangeReasonCode.INSTANCE_FLEET_TIMEOUT);
        assertThat(cluster(noSetUp).status().stateChangeReason().code())
                .isEqualTo(ClusterStateChangeReasonCode.BOOTSTRAP_FAILURE);
        assertThat(emr.listInstances(list -> list.clusterId(noMachines)).instances())
                .isEmpty();
    }

    @Test
    void terminatedClusterCancelsItsSteps() {
        String id = run(request -> {});
        clock.sleep(Duration.ofSeconds(390));
        emr.terminateJobFlows(list -> list.jobFlowIds(id));
        assertThat(state(id)).isEqualTo(ClusterState.TERMINATING);
        assertThat(server.leaked()).isEmpty();
        assertThat(server.running()).containsExactly(id);
        clock.sleep(Duration.ofMinutes(1));
        assertThat(cluster(id).status().stateChangeReason().code())
                .isEqualTo(ClusterStateChangeReasonCode.USER_REQUEST);
        assertThat(steps(id)).extracting(step -> step.status().state()).containsExactly(StepState.CANCELLED);
    }

    @Test
    void clusterThatIsKeptAliveTakesMoreStepsAndEndsWhenIdle() {
        String id = run(request -> request.instances(fleets(true)).autoTerminationPolicy(p -> p.idleTimeout(3600L)));
        clock.sleep(Duration.ofMinutes(20));
        assertThat(state(id)).isEqualTo(ClusterState.WAITING);
        emr.addJobFlowSteps(add -> add.jobFlowId(id).steps(step("more")));
        clock.sleep(Duration.ofMinutes(5));
        assertThat(steps(id)).extracting(step -> step.status().state()).containsOnly(StepState.COMPLETED);
        clock.sleep(Duration.ofHours(2));
        assertThat(server.running()).isEmpty();
    }
}
