/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.emr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.ActionOnFailure;
import software.amazon.awssdk.services.emr.model.Cluster;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.ClusterStateChangeReasonCode;
import software.amazon.awssdk.services.emr.model.EmrException;
import software.amazon.awssdk.services.emr.model.InstanceFleetConfig;
import software.amazon.awssdk.services.emr.model.InstanceFleetType;
import software.amazon.awssdk.services.emr.model.InstanceTypeConfig;
import software.amazon.awssdk.services.emr.model.JobFlowInstancesConfig;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;
import software.amazon.awssdk.services.emr.model.Step;
import software.amazon.awssdk.services.emr.model.StepConfig;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.emr.model.Tag;

/** The server as the real SDK client sees it. */
class EmrTestServerTest {
    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-31T03:00:00Z"));
    private EmrTestServer server;
    private EmrClient emr;

    @BeforeEach
    void start() throws IOException {
        server = EmrTestServer.start(clock);
        emr = EmrClient.builder()
                .endpointOverride(server.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(client -> client.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }

    @AfterEach
    void stop() {
        emr.close();
        server.close();
    }

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
    void machinesAreThoseOfTheFleets() {
        String id = run(request -> {});
        clock.sleep(Duration.ofMinutes(10));
        assertThat(emr.listInstances(list -> list.clusterId(id)).instances())
                .extracting(machine -> machine.instanceType() + " " + machine.market())
                .containsExactly(
                        "m7g.xlarge ON_DEMAND", "m7g.xlarge ON_DEMAND", "r7g.2xlarge SPOT", "r7g.2xlarge SPOT");
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

    @Test
    void listsAreCutIntoPages() {
        IntStream.range(0, 120).forEach(n -> run(request -> request.name("n" + n)));
        assertThat(emr.listClusters().clusters()).hasSize(50);
        assertThat(emr.listClustersPaginator().clusters().stream()).hasSize(120);
        assertThat(emr.listClusters().clusters().get(0).name()).isEqualTo("n119");
        assertThat(emr.listClusters(list -> list.createdAfter(clock.instant())).clusters())
                .isEmpty();
    }

    @Test
    void callsAreThrottledForAWhile() {
        server.fault(Fault.throttled(2, Duration.ofMinutes(2)));
        String id = run(request -> {});
        assertThatThrownBy(() -> cluster(id)).isInstanceOf(EmrException.class).hasMessageContaining("Rate exceeded");
        clock.sleep(Duration.ofMinutes(2));
        assertThat(state(id)).isEqualTo(ClusterState.STARTING);
    }

    @Test
    void lostResponseLeavesAClusterAndALostRequestNone() {
        server.fault(Fault.first(Fault.Kind.LOST_RESPONSE, "RunJobFlow"));
        assertThatThrownBy(() -> run(request -> {})).isInstanceOf(SdkClientException.class);
        assertThat(server.started()).hasSize(1);
        server.fault(Fault.first(Fault.Kind.LOST_REQUEST, "RunJobFlow"));
        assertThatThrownBy(() -> run(request -> {})).isInstanceOf(SdkClientException.class);
        assertThat(server.started()).hasSize(1);
    }

    @Test
    void requestIsRefusedWhereEmrRefusesIt() {
        assertThatThrownBy(() -> run(request -> request.instances(
                        fleets(false).toBuilder().ec2SubnetId("subnet-1").build())))
                .isInstanceOf(EmrException.class)
                .hasMessageContaining("Ec2SubnetId is not supported with instance fleets");
        assertThatThrownBy(() -> run(request -> request.steps(List.of())))
                .hasMessageContaining("A cluster that is not kept alive needs at least one step");
        assertThatThrownBy(() -> cluster("j-NONE")).hasMessageContaining("Cluster id 'j-NONE' is not valid");
        assertThat(server.started()).isEmpty();
    }

    private String run(Consumer<RunJobFlowRequest.Builder> more) {
        RunJobFlowRequest.Builder request = RunJobFlowRequest.builder()
                .name("sensor-daily 2026-01-31")
                .releaseLabel("emr-7.13.0")
                .serviceRole("emr-service")
                .jobFlowRole("emr-instance")
                .instances(fleets(false))
                .steps(step("day"))
                .tags(Tag.builder().key("run").value("r1").build());
        more.accept(request);
        return emr.runJobFlow(request.build()).jobFlowId();
    }

    private static StepConfig step(String name) {
        return StepConfig.builder()
                .name(name)
                .actionOnFailure(ActionOnFailure.TERMINATE_CLUSTER)
                .hadoopJarStep(jar -> jar.jar("command-runner.jar").args("spark-submit"))
                .build();
    }

    private static JobFlowInstancesConfig fleets(boolean keepAlive) {
        return JobFlowInstancesConfig.builder()
                .keepJobFlowAliveWhenNoSteps(keepAlive)
                .ec2SubnetIds("subnet-1", "subnet-2")
                .instanceFleets(
                        fleet(InstanceFleetType.MASTER, "m7g.xlarge", 1, 0, 1),
                        fleet(InstanceFleetType.CORE, "m7g.xlarge", 4, 0, 4),
                        fleet(InstanceFleetType.TASK, "r7g.2xlarge", 0, 15, 8))
                .build();
    }

    private static InstanceFleetConfig fleet(InstanceFleetType kind, String type, int onDemand, int spot, int weight) {
        return InstanceFleetConfig.builder()
                .name(kind.toString())
                .instanceFleetType(kind)
                .targetOnDemandCapacity(onDemand)
                .targetSpotCapacity(spot)
                .instanceTypeConfigs(InstanceTypeConfig.builder()
                        .instanceType(type)
                        .weightedCapacity(weight)
                        .build())
                .build();
    }

    private Cluster cluster(String id) {
        return emr.describeCluster(describe -> describe.clusterId(id)).cluster();
    }

    private ClusterState state(String id) {
        return cluster(id).status().state();
    }

    private List<Step> steps(String id) {
        return emr.listSteps(list -> list.clusterId(id)).steps().stream()
                .map(summary -> emr.describeStep(
                                describe -> describe.clusterId(id).stepId(summary.id()))
                        .step())
                .toList();
    }
}
