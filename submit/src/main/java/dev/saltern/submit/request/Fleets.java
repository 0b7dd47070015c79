/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.request;

import dev.saltern.conf.cluster.EmrCluster;
import dev.saltern.conf.cluster.InstanceType;
import dev.saltern.conf.cluster.Market;
import dev.saltern.conf.cluster.TaskFleet;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.emr.model.EbsBlockDeviceConfig;
import software.amazon.awssdk.services.emr.model.EbsConfiguration;
import software.amazon.awssdk.services.emr.model.InstanceFleetConfig;
import software.amazon.awssdk.services.emr.model.InstanceFleetProvisioningSpecifications;
import software.amazon.awssdk.services.emr.model.InstanceFleetType;
import software.amazon.awssdk.services.emr.model.InstanceTypeConfig;
import software.amazon.awssdk.services.emr.model.OnDemandProvisioningAllocationStrategy;
import software.amazon.awssdk.services.emr.model.SpotProvisioningAllocationStrategy;
import software.amazon.awssdk.services.emr.model.SpotProvisioningTimeoutAction;
import software.amazon.awssdk.services.emr.model.VolumeSpecification;

/** The instance fleets of a cluster; a unit of capacity is a virtual processor. */
final class Fleets {
    private static final String VOLUME_TYPE = "gp3";

    private Fleets() {}

    static List<InstanceFleetConfig> of(EmrCluster cluster) {
        List<InstanceFleetConfig> fleets = new ArrayList<>();
        fleets.add(onDemand(InstanceFleetType.MASTER, cluster.primary().types(), cluster, 1));
        fleets.add(onDemand(
                InstanceFleetType.CORE,
                cluster.core().types(),
                cluster,
                cluster.core().cores()));
        TaskFleet tasks = cluster.tasks();
        if (tasks != null) {
            fleets.add(tasks(tasks, cluster));
        }
        return fleets;
    }

    /** Returns how many processors may be bought on demand: the core nodes, and the task nodes where they are not on spot. */
    static int maxOnDemand(EmrCluster cluster) {
        TaskFleet tasks = cluster.tasks();
        // Spot that did not come in time is bought on demand, so the start of the fleet counts too.
        int more = tasks == null ? 0 : tasks.market() == Market.SPOT ? tasks.cores() : tasks.maxCores();
        return cluster.core().cores() + more;
    }

    private static InstanceFleetConfig onDemand(
            InstanceFleetType kind, List<InstanceType> types, EmrCluster cluster, int capacity) {
        return fleet(kind, types, cluster, kind != InstanceFleetType.MASTER)
                .targetOnDemandCapacity(capacity)
                .launchSpecifications(InstanceFleetProvisioningSpecifications.builder()
                        .onDemandSpecification(builder ->
                                builder.allocationStrategy(OnDemandProvisioningAllocationStrategy.LOWEST_PRICE))
                        .build())
                .build();
    }

    private static InstanceFleetConfig tasks(TaskFleet tasks, EmrCluster cluster) {
        if (tasks.market() == Market.ON_DEMAND) {
            return onDemand(InstanceFleetType.TASK, tasks.types(), cluster, tasks.cores());
        }
        return fleet(InstanceFleetType.TASK, tasks.types(), cluster, true)
                .targetSpotCapacity(tasks.cores())
                .launchSpecifications(InstanceFleetProvisioningSpecifications.builder()
                        .spotSpecification(builder -> builder.allocationStrategy(
                                        SpotProvisioningAllocationStrategy.PRICE_CAPACITY_OPTIMIZED)
                                .timeoutDurationMinutes(
                                        (int) tasks.spotTimeout().duration().toMinutes())
                                .timeoutAction(SpotProvisioningTimeoutAction.SWITCH_TO_ON_DEMAND))
                        .build())
                .build();
    }

    private static InstanceFleetConfig.Builder fleet(
            InstanceFleetType kind, List<InstanceType> types, EmrCluster cluster, boolean weighted) {
        return InstanceFleetConfig.builder()
                .name(kind.toString().toLowerCase(java.util.Locale.ROOT))
                .instanceFleetType(kind)
                .instanceTypeConfigs(types.stream()
                        .map(type -> InstanceTypeConfig.builder()
                                .instanceType(type.toString())
                                .weightedCapacity(weighted ? type.cores() : 1)
                                .ebsConfiguration(disk(cluster.diskGib()))
                                .build())
                        .toList());
    }

    private static EbsConfiguration disk(int gib) {
        return EbsConfiguration.builder()
                .ebsOptimized(true)
                .ebsBlockDeviceConfigs(EbsBlockDeviceConfig.builder()
                        .volumesPerInstance(1)
                        .volumeSpecification(VolumeSpecification.builder()
                                .volumeType(VOLUME_TYPE)
                                .sizeInGB(gib)
                                .build())
                        .build())
                .build();
    }
}
