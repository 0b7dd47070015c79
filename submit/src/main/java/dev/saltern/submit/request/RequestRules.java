/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.request;

import dev.saltern.conf.cluster.Classifications;
import dev.saltern.conf.cluster.InstanceType;
import dev.saltern.conf.cluster.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.emr.model.InstanceFleetConfig;
import software.amazon.awssdk.services.emr.model.InstanceFleetType;
import software.amazon.awssdk.services.emr.model.InstanceTypeConfig;
import software.amazon.awssdk.services.emr.model.JobFlowInstancesConfig;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;
import software.amazon.awssdk.services.emr.model.Tag;

/** What EMR refuses only after minutes, or takes and then does something else with. */
public final class RequestRules {
    private static final int MAX_NAME = 256;
    private static final int MAX_TAGS = 50;
    private static final int MAX_TAG_KEY = 128;
    private static final int MAX_TYPES = 30;
    private static final int MAX_WEIGHT = 999;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}\\p{Zs}_.:/=+\\-@]+");

    private final RunJobFlowRequest request;
    private final List<String> problems = new ArrayList<>();

    private RequestRules(RunJobFlowRequest request) {
        this.request = request;
    }

    /** Returns everything that is wrong with the request, by the API's model and by Saltern's own rules. */
    public static List<String> problems(ClusterRequest request) {
        RequestRules rules = new RequestRules(request.emr());
        rules.problems.addAll(ModelCheck.problems(request.emr()));
        rules.check();
        return List.copyOf(rules.problems);
    }

    private void check() {
        names();
        release();
        JobFlowInstancesConfig instances = request.instances();
        if (instances == null) {
            problems.add("Missing required Instances");
            return;
        }
        require(
                !Boolean.TRUE.equals(instances.keepJobFlowAliveWhenNoSteps()),
                "Instances.KeepJobFlowAliveWhenNoSteps",
                "true",
                "false: the cluster ends with its step");
        require(
                instances.ec2SubnetId() == null,
                "Instances.Ec2SubnetId",
                instances.ec2SubnetId(),
                "left out: fleets take Ec2SubnetIds");
        require(
                Objects.requireNonNullElse(request.stepConcurrencyLevel(), 1) == 1,
                "StepConcurrencyLevel",
                request.stepConcurrencyLevel(),
                "1: more makes TERMINATE_CLUSTER void");
        fleets(instances.instanceFleets());
        request.configurations()
                .forEach(configuration -> require(
                        Classifications.NAMES.contains(configuration.classification()),
                        "Configurations",
                        configuration.classification(),
                        "one of " + String.join(", ", Classifications.NAMES)));
    }

    private void names() {
        String name = String.valueOf(request.name());
        require(
                name.length() <= MAX_NAME && NAME.matcher(name).matches(),
                "Name",
                name,
                "1 to " + MAX_NAME + " letters, digits, spaces and _.:/=+-@");
        require(request.tags().size() <= MAX_TAGS, "Tags", request.tags().size() + " tags", "at most " + MAX_TAGS);
        for (Tag tag : request.tags()) {
            require(
                    tag.key().length() <= MAX_TAG_KEY
                            && tag.value().length() <= MAX_NAME
                            && !tag.key().startsWith("aws:"),
                    "Tags",
                    tag.key() + "=" + tag.value(),
                    "a key of at most 128 characters, not of aws:, and a value of at most 256");
        }
    }

    private void release() {
        try {
            var unused = Release.parse(String.valueOf(request.releaseLabel()));
        } catch (IllegalArgumentException e) {
            problems.add("ReleaseLabel: " + e.getMessage());
        }
    }

    private void fleets(List<InstanceFleetConfig> fleets) {
        Set<String> architectures = new TreeSet<>();
        Set<InstanceFleetType> kinds = new TreeSet<>();
        for (InstanceFleetConfig fleet : fleets) {
            String at = "Instances.InstanceFleets." + fleet.instanceFleetTypeAsString();
            if (fleet.instanceFleetType() == null) {
                problems.add("Missing required Instances.InstanceFleets.InstanceFleetType");
                continue;
            }
            require(kinds.add(fleet.instanceFleetType()), at, "twice", "named once");
            boolean spot = Objects.requireNonNullElse(fleet.targetSpotCapacity(), 0) > 0;
            require(
                    !spot || fleet.instanceFleetType() == InstanceFleetType.TASK,
                    at,
                    "spot",
                    "on demand: losing it loses the run");
            require(
                    fleet.instanceTypeConfigs().size() <= MAX_TYPES,
                    at,
                    fleet.instanceTypeConfigs().size() + " types",
                    "at most " + MAX_TYPES);
            fleet.instanceTypeConfigs().forEach(type -> type(at, fleet, type, architectures));
        }
        require(
                kinds.contains(InstanceFleetType.MASTER),
                "Instances.InstanceFleets",
                "no MASTER",
                "with a MASTER fleet");
        require(kinds.contains(InstanceFleetType.CORE), "Instances.InstanceFleets", "no CORE", "with a CORE fleet");
        require(
                architectures.size() <= 1,
                "Instances.InstanceFleets",
                String.join(" and ", architectures),
                "of one architecture");
    }

    private void type(String at, InstanceFleetConfig fleet, InstanceTypeConfig config, Set<String> architectures) {
        try {
            InstanceType type = InstanceType.parse(String.valueOf(config.instanceType()));
            require(type.isKnown(), at, type, "of a family that EMR 7.x runs");
            architectures.add(type.architecture().toString());
        } catch (IllegalArgumentException e) {
            problems.add(at + ": " + e.getMessage());
        }
        int weight = Objects.requireNonNullElse(config.weightedCapacity(), 1);
        int target = Objects.requireNonNullElse(fleet.targetOnDemandCapacity(), 0)
                + Objects.requireNonNullElse(fleet.targetSpotCapacity(), 0);
        boolean alone = fleet.instanceFleetType() == InstanceFleetType.MASTER;
        require(weight >= 1 && weight <= MAX_WEIGHT, at + ".WeightedCapacity", weight, "1 to " + MAX_WEIGHT);
        require(
                !alone || (weight == 1 && target == 1),
                at,
                "capacity " + target + ", weight " + weight,
                "1 and 1: it is one machine");
    }

    private void require(boolean right, String member, Object value, String range) {
        if (!right) {
            problems.add("Invalid " + member + ": " + value + " (must be " + range + ")");
        }
    }
}
