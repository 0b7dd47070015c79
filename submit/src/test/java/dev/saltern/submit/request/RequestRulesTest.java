/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.submit.Launches;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.emr.model.Configuration;
import software.amazon.awssdk.services.emr.model.InstanceFleetConfig;
import software.amazon.awssdk.services.emr.model.InstanceTypeConfig;
import software.amazon.awssdk.services.emr.model.JobFlowInstancesConfig;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;
import software.amazon.awssdk.services.emr.model.Tag;

class RequestRulesTest {
    private static final RunJobFlowRequest RIGHT = ClusterRequest.of(
                    Launches.spec(Launches.environment("s3://bucket/curated")),
                    Launches.emr("small"),
                    List.of("subnet-a"),
                    0)
            .emr();

    private static List<String> problems(Consumer<RunJobFlowRequest.Builder> change) {
        RunJobFlowRequest.Builder builder = RIGHT.toBuilder();
        change.accept(builder);
        return RequestRules.problems(new ClusterRequest(builder.build(), Map.of()));
    }

    private static List<String> instances(Consumer<JobFlowInstancesConfig.Builder> change) {
        return problems(request -> request.instances(RIGHT.instances().copy(change)));
    }

    private static List<String> fleet(int index, UnaryOperator<InstanceFleetConfig> change) {
        List<InstanceFleetConfig> fleets = new ArrayList<>(RIGHT.instances().instanceFleets());
        fleets.set(index, change.apply(fleets.get(index)));
        return instances(builder -> builder.instanceFleets(fleets));
    }

    @Test
    void aRightRequestHasNoProblem() {
        assertThat(problems(request -> {})).isEmpty();
    }

    @Test
    void theModelSaysWhatIsMissingOrUnknown() {
        assertThat(problems(request -> request.name(null))).contains("Missing required Name");
        assertThat(problems(request -> request.instances((JobFlowInstancesConfig) null)))
                .contains("Missing required Instances");
        assertThat(fleet(0, fleet -> fleet.copy(builder -> builder.instanceFleetType((String) null))))
                .contains("Missing required Instances.InstanceFleets[0].InstanceFleetType");
        assertThat(problems(request -> request.scaleDownBehavior("NEVER")))
                .containsExactly("Invalid ScaleDownBehavior: NEVER (must be one that the API knows)");
        assertThat(fleet(1, fleet -> fleet.copy(builder -> builder.instanceFleetType("WORKER"))))
                .contains("Invalid Instances.InstanceFleets[1].InstanceFleetType: WORKER (must be one that the API"
                        + " knows)");
    }

    @Test
    void noTextIsLongerThanEmrTakes() {
        assertThat(problems(request -> request.serviceRole("r".repeat(10_281))))
                .containsExactly("Invalid ServiceRole: 10281 characters (must be at most 10280)");
    }

    @Test
    void whatEmrTakesAndMisunderstandsIsRefused() {
        assertThat(instances(builder -> builder.keepJobFlowAliveWhenNoSteps(true))
                        .get(0))
                .contains("KeepJobFlowAliveWhenNoSteps: true");
        assertThat(instances(builder -> builder.ec2SubnetId("subnet-a")).get(0)).contains("Ec2SubnetId: subnet-a");
        assertThat(problems(request -> request.stepConcurrencyLevel(2)).get(0)).contains("TERMINATE_CLUSTER void");
        assertThat(problems(request -> request.releaseLabel("emr-6.15.0")).get(0))
                .contains("Spark 3.5 on Java 17");
        assertThat(problems(request -> request.configurations(Configuration.builder()
                                .classification("spark-default")
                                .build()))
                        .get(0))
                .contains("Configurations: spark-default");
        assertThat(problems(request -> request.name("a".repeat(257))).get(0)).startsWith("Invalid Name");
        assertThat(problems(request -> request.tags(
                                Tag.builder().key("aws:x").value("y").build()))
                        .get(0))
                .startsWith("Invalid Tags: aws:x=y");
    }

    @Test
    void fleetsAreOfOneArchitectureAndHoldTheDriver() {
        assertThat(fleet(
                        0,
                        fleet -> fleet.copy(
                                builder -> builder.targetSpotCapacity(1).targetOnDemandCapacity(0))))
                .containsExactly(
                        "Invalid Instances.InstanceFleets.MASTER: spot (must be on demand: losing it loses the run)");
        assertThat(fleet(
                        2,
                        fleet -> fleet.copy(builder -> builder.instanceTypeConfigs(InstanceTypeConfig.builder()
                                .instanceType("m5.xlarge")
                                .weightedCapacity(4)
                                .build()))))
                .containsExactly("Invalid Instances.InstanceFleets: GRAVITON and X86 (must be of one architecture)");
        assertThat(fleet(
                        2,
                        fleet -> fleet.copy(builder -> builder.instanceTypeConfigs(InstanceTypeConfig.builder()
                                .instanceType("z9g.xlarge")
                                .weightedCapacity(1000)
                                .build()))))
                .containsExactly(
                        "Invalid Instances.InstanceFleets.TASK: z9g.xlarge (must be of a family that EMR 7.x runs)",
                        "Invalid Instances.InstanceFleets.TASK.WeightedCapacity: 1000 (must be 1 to 999)");
        assertThat(instances(builder -> builder.instanceFleets(
                        RIGHT.instances().instanceFleets().subList(0, 1))))
                .containsExactly("Invalid Instances.InstanceFleets: no CORE (must be with a CORE fleet)");
    }
}
