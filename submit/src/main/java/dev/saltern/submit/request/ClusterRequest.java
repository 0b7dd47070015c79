/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.request;

import dev.saltern.conf.Account;
import dev.saltern.conf.cluster.EmrCluster;
import dev.saltern.conf.cluster.Rung;
import dev.saltern.conf.cluster.TaskFleet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.emr.model.Application;
import software.amazon.awssdk.services.emr.model.AutoTerminationPolicy;
import software.amazon.awssdk.services.emr.model.BootstrapActionConfig;
import software.amazon.awssdk.services.emr.model.ComputeLimits;
import software.amazon.awssdk.services.emr.model.ComputeLimitsUnitType;
import software.amazon.awssdk.services.emr.model.JobFlowInstancesConfig;
import software.amazon.awssdk.services.emr.model.ManagedScalingPolicy;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;
import software.amazon.awssdk.services.emr.model.ScaleDownBehavior;
import software.amazon.awssdk.services.emr.model.Tag;

/**
 * The request for one transient cluster.
 *
 * @param emr what the SDK knows of it
 * @param more members that EMR knows and the SDK does not
 */
public record ClusterRequest(RunJobFlowRequest emr, Map<String, Object> more) {
    /** The member that turns live logs on. */
    static final String MONITORING = "MonitoringConfiguration";

    private static final int ROOT_DISK_GIB = 32;

    public ClusterRequest {
        more = Map.copyOf(more);
    }

    /**
     * Returns the request for an attempt.
     *
     * @param cluster the cluster as the attempt asks for it
     * @param subnets where it may start
     * @param shufflePartitions how many pieces a shuffle begins with, or 0 to leave that to the job
     */
    public static ClusterRequest of(LaunchSpec spec, EmrCluster cluster, List<String> subnets, int shufflePartitions) {
        Account account = spec.account();
        boolean live = account.logGroup() != null && cluster.release().streamsLogs();
        RunJobFlowRequest.Builder request = RunJobFlowRequest.builder()
                .name(spec.name())
                .releaseLabel(cluster.release().toString())
                .applications(applications(live))
                .logUri(spec.logs() + "/")
                .serviceRole(account.serviceRole())
                .jobFlowRole(account.instanceProfile())
                .securityConfiguration(account.securityConfiguration())
                .visibleToAllUsers(true)
                .ebsRootVolumeSize(ROOT_DISK_GIB)
                .scaleDownBehavior(ScaleDownBehavior.TERMINATE_AT_TASK_COMPLETION)
                // More than one step at a time makes TERMINATE_CLUSTER void.
                .stepConcurrencyLevel(1)
                .steps(JobStep.of(spec))
                .instances(instances(cluster, subnets))
                .configurations(Settings.of(spec, cluster, shufflePartitions))
                .autoTerminationPolicy(AutoTerminationPolicy.builder()
                        .idleTimeout(cluster.idle().duration().toSeconds())
                        .build())
                .tags(tags(spec));
        if (!cluster.bootstrap().isEmpty()) {
            request.bootstrapActions(bootstrap(cluster));
        }
        TaskFleet tasks = cluster.tasks();
        if (tasks != null) {
            request.managedScalingPolicy(scaling(cluster, tasks));
        }
        return new ClusterRequest(request.build(), live ? Map.of(MONITORING, monitoring(spec)) : Map.of());
    }

    /** Returns the subnets of an attempt: the rung's own, else the account's. */
    public static List<String> subnets(Account account, EmrCluster cluster, int zeroBasedAttempt) {
        List<Rung> ladder = cluster.ladder();
        List<String> own = zeroBasedAttempt == 0
                ? List.of()
                : ladder.get(zeroBasedAttempt - 1).subnets();
        return own.isEmpty() ? account.subnets() : own;
    }

    private static List<Application> applications(boolean live) {
        List<String> names = live ? List.of("Spark", "Hadoop", "AmazonCloudWatchAgent") : List.of("Spark", "Hadoop");
        return names.stream()
                .map(name -> Application.builder().name(name).build())
                .toList();
    }

    private static JobFlowInstancesConfig instances(EmrCluster cluster, List<String> subnets) {
        JobFlowInstancesConfig.Builder instances = JobFlowInstancesConfig.builder()
                .instanceFleets(Fleets.of(cluster))
                // The cluster ends with its step; the two policies below are belts.
                .keepJobFlowAliveWhenNoSteps(false)
                .terminationProtected(false);
        return subnets.isEmpty()
                ? instances.build()
                : instances.ec2SubnetIds(subnets).build();
    }

    /** Only the task nodes grow: the core nodes are what they are, and on demand there is no more than them. */
    private static ManagedScalingPolicy scaling(EmrCluster cluster, TaskFleet tasks) {
        int core = cluster.core().cores();
        return ManagedScalingPolicy.builder()
                .computeLimits(ComputeLimits.builder()
                        .unitType(ComputeLimitsUnitType.INSTANCE_FLEET_UNITS)
                        .minimumCapacityUnits(core)
                        .maximumCapacityUnits(core + Math.max(tasks.cores(), tasks.maxCores()))
                        .maximumCoreCapacityUnits(core)
                        .maximumOnDemandCapacityUnits(Fleets.maxOnDemand(cluster))
                        .build())
                .build();
    }

    private static List<BootstrapActionConfig> bootstrap(EmrCluster cluster) {
        return cluster.bootstrap().stream()
                .map(action -> BootstrapActionConfig.builder()
                        .name(action.name())
                        .scriptBootstrapAction(
                                script -> script.path(action.script()).args(action.arguments()))
                        .build())
                .toList();
    }

    private static List<Tag> tags(LaunchSpec spec) {
        List<Tag> tags = new ArrayList<>();
        Tags.of(spec)
                .forEach((key, value) ->
                        tags.add(Tag.builder().key(key).value(value).build()));
        return tags;
    }

    private static Map<String, Object> monitoring(LaunchSpec spec) {
        List<String> both = List.of("STDOUT", "STDERR");
        Map<String, Object> logs = new LinkedHashMap<>();
        logs.put("Enabled", true);
        logs.put("LogGroupName", String.valueOf(spec.account().logGroup()));
        logs.put("LogStreamNamePrefix", spec.streamPrefix());
        logs.put("LogTypes", Map.of("STEP_LOGS", both, "SPARK_DRIVER", both, "SPARK_EXECUTOR", List.of("STDERR")));
        return Map.of("CloudWatchLogConfiguration", logs);
    }
}
