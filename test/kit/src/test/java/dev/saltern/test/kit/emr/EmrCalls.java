/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.emr;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.ActionOnFailure;
import software.amazon.awssdk.services.emr.model.Cluster;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.InstanceFleetConfig;
import software.amazon.awssdk.services.emr.model.InstanceFleetType;
import software.amazon.awssdk.services.emr.model.InstanceTypeConfig;
import software.amazon.awssdk.services.emr.model.JobFlowInstancesConfig;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;
import software.amazon.awssdk.services.emr.model.Step;
import software.amazon.awssdk.services.emr.model.StepConfig;
import software.amazon.awssdk.services.emr.model.Tag;

/** A server and the real SDK client of it. */
class EmrCalls {
    final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-31T03:00:00Z"));
    EmrTestServer server;
    EmrClient emr;

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

    String run(Consumer<RunJobFlowRequest.Builder> more) {
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

    static StepConfig step(String name) {
        return StepConfig.builder()
                .name(name)
                .actionOnFailure(ActionOnFailure.TERMINATE_CLUSTER)
                .hadoopJarStep(jar -> jar.jar("command-runner.jar").args("spark-submit"))
                .build();
    }

    static JobFlowInstancesConfig fleets(boolean keepAlive) {
        return JobFlowInstancesConfig.builder()
                .keepJobFlowAliveWhenNoSteps(keepAlive)
                .ec2SubnetIds("subnet-1", "subnet-2")
                .instanceFleets(
                        fleet(InstanceFleetType.MASTER, "m7g.xlarge", 1, 0, 1),
                        fleet(InstanceFleetType.CORE, "m7g.xlarge", 4, 0, 4),
                        fleet(InstanceFleetType.TASK, "r7g.2xlarge", 0, 15, 8))
                .build();
    }

    static InstanceFleetConfig fleet(InstanceFleetType kind, String type, int onDemand, int spot, int weight) {
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

    Cluster cluster(String id) {
        return emr.describeCluster(describe -> describe.clusterId(id)).cluster();
    }

    ClusterState state(String id) {
        return cluster(id).status().state();
    }

    List<Step> steps(String id) {
        return emr.listSteps(list -> list.clusterId(id)).steps().stream()
                .map(summary -> emr.describeStep(
                                describe -> describe.clusterId(id).stepId(summary.id()))
                        .step())
                .toList();
    }
}
