/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.cluster.EmrCluster;
import dev.saltern.conf.cluster.Market;
import dev.saltern.submit.Launches;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.emr.model.ActionOnFailure;
import software.amazon.awssdk.services.emr.model.Configuration;
import software.amazon.awssdk.services.emr.model.InstanceFleetConfig;
import software.amazon.awssdk.services.emr.model.InstanceFleetType;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;
import software.amazon.awssdk.services.emr.model.SpotProvisioningAllocationStrategy;
import software.amazon.awssdk.services.emr.model.Tag;

class ClusterRequestTest {
    private static final LaunchSpec SPEC = Launches.spec(Launches.environment("s3://bucket/curated"));

    private static ClusterRequest request(EmrCluster cluster) {
        return ClusterRequest.of(SPEC, cluster, SPEC.account().subnets(), 640);
    }

    private static InstanceFleetConfig fleet(RunJobFlowRequest request, InstanceFleetType kind) {
        return request.instances().instanceFleets().stream()
                .filter(fleet -> fleet.instanceFleetType() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theClusterEndsWithItsOneStep() {
        RunJobFlowRequest request = request(Launches.emr("small")).emr();
        assertThat(request.instances().keepJobFlowAliveWhenNoSteps()).isFalse();
        assertThat(request.instances().terminationProtected()).isFalse();
        assertThat(request.autoTerminationPolicy().idleTimeout()).isEqualTo(900);
        assertThat(request.stepConcurrencyLevel()).isEqualTo(1);
        assertThat(request.steps()).hasSize(1);
        assertThat(request.steps().get(0).actionOnFailure()).isEqualTo(ActionOnFailure.TERMINATE_CLUSTER);
        assertThat(String.join(" ", request.steps().get(0).hadoopJarStep().args()))
                .isEqualTo("spark-submit --deploy-mode cluster --class dev.saltern.jobs.Main"
                        + " --archives s3://bucket/code/pipelines/bb/sensor-daily.zip#saltern-conf"
                        + " s3://bucket/code/jars/aa/saltern-job.jar run sensor-daily --conf saltern-conf --env emr"
                        + " --date 2026-01-31");
    }

    @Test
    void onlyTaskNodesAreOnSpotAndOnlyTheyGrow() {
        RunJobFlowRequest request = request(Launches.emr("small")).emr();
        assertThat(fleet(request, InstanceFleetType.MASTER).targetOnDemandCapacity())
                .isEqualTo(1);
        assertThat(fleet(request, InstanceFleetType.CORE).targetOnDemandCapacity())
                .isEqualTo(8);
        InstanceFleetConfig tasks = fleet(request, InstanceFleetType.TASK);
        assertThat(tasks.targetSpotCapacity()).isEqualTo(8);
        assertThat(tasks.launchSpecifications().spotSpecification().allocationStrategy())
                .isEqualTo(SpotProvisioningAllocationStrategy.PRICE_CAPACITY_OPTIMIZED);
        assertThat(tasks.instanceTypeConfigs())
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(type -> assertThat(type.ebsConfiguration()
                                .ebsBlockDeviceConfigs()
                                .get(0)
                                .volumeSpecification()
                                .volumeType())
                        .isEqualTo("gp3"));
        assertThat(request.managedScalingPolicy().computeLimits().minimumCapacityUnits())
                .isEqualTo(8);
        assertThat(request.managedScalingPolicy().computeLimits().maximumCapacityUnits())
                .isEqualTo(40);
        assertThat(request.managedScalingPolicy().computeLimits().maximumCoreCapacityUnits())
                .isEqualTo(8);
    }

    @Test
    void settingsOfTheFileStandAboveSalterns() {
        Map<String, Map<String, String>> settings = request(Launches.emr("small")).emr().configurations().stream()
                .collect(Collectors.toMap(Configuration::classification, Configuration::properties));
        assertThat(settings.get("spark-defaults"))
                .containsEntry("spark.yarn.maxAppAttempts", "1")
                .containsEntry("spark.executor.killOnFatalError.depth", "0")
                .containsEntry("spark.sql.session.timeZone", "UTC")
                .containsEntry("spark.sql.adaptive.coalescePartitions.initialPartitionNum", "640")
                .containsEntry("spark.saltern.launch", Launches.ID.text());
        assertThat(settings.get("spark-hive-site").get("hive.metastore.client.factory.class"))
                .isEqualTo("com.amazonaws.glue.catalog.metastore.AWSGlueDataCatalogHiveClientFactory");
        assertThat(settings).containsKeys("spark-log4j2", "yarn-site");
    }

    @Test
    void tagsSayWhoseItIsAndWhenItIsAnOrphan() {
        Map<String, String> tags =
                request(Launches.emr("small")).emr().tags().stream().collect(Collectors.toMap(Tag::key, Tag::value));
        assertThat(tags)
                .containsEntry(Tags.PIPELINE, "sensor-daily")
                .containsEntry(Tags.SCOPE, "2026-01-31")
                .containsEntry(Tags.LAUNCH, Launches.ID.text())
                .containsEntry(Tags.OWNER, "team")
                .containsEntry(Tags.EXPIRES, "2026-02-01T03:00:00Z")
                .containsEntry("cost-centre", "42");
    }

    @Test
    void liveLogsAreAskedForWhereTheReleaseHasThem() {
        assertThat(request(Launches.emr("small")).more().toString())
                .contains("LogGroupName=/saltern/emr", "sensor-daily/" + Launches.ID.text());
        EmrCluster older = Launches.emr("small").attempt(0);
        assertThat(older.release().streamsLogs()).isTrue();
        LaunchSpec silent = Launches.spec(
                new dev.saltern.conf.Environment("emr", "s3://b/c", "d", Map.of(), Map.of(), Launches.account(null)));
        assertThat(ClusterRequest.of(silent, older, List.of(), 0).more()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "medium", "large", "small-x86", "medium-x86"})
    void everyAttemptOfEveryShippedFileIsRight(String name) {
        EmrCluster cluster = Launches.emr(name);
        for (int i = 0; i <= cluster.ladder().size(); i++) {
            assertThat(RequestRules.problems(request(cluster.attempt(i)))).isEmpty();
            assertThat(RequestRules.problems(request(cluster.attempt(i).withTasks(32, Market.ON_DEMAND))))
                    .isEmpty();
        }
    }

    @Test
    void theTextIsWhatTheCommandLineOfAwsTakes() {
        Map<String, Object> text = RequestText.of(request(Launches.emr("small")));
        assertThat(text).containsKeys("Name", "Instances", "Steps", "MonitoringConfiguration");
        assertThat(text.get("Instances").toString()).contains("KeepJobFlowAliveWhenNoSteps=false");
        assertThat(text.toString()).doesNotContain("SdkAutoConstruct");
    }
}
