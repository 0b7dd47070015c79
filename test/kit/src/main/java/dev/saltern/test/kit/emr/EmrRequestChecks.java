/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.emr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** What EMR refuses of a request for a cluster, in its own words as far as they are known. */
final class EmrRequestChecks {
    private static final int MAX_STEPS = 256;
    private static final int MAX_TYPES = 30;

    private EmrRequestChecks() {}

    static void check(JsonNode request) {
        require(!request.path("Name").asText().isEmpty(), "1 validation error detected: Value null at 'name'");
        require(request.path("Instances").isObject(), "1 validation error detected: Value null at 'instances'");
        require(!request.path("ReleaseLabel").asText().isEmpty(), "The supplied release label is invalid: null.");
        require(
                !request.path("ServiceRole").asText().isEmpty(),
                "ServiceRole is required for a cluster of this release");
        require(request.path("Steps").size() <= MAX_STEPS, "Too many steps: a request may have 256");
        JsonNode instances = request.path("Instances");
        require(
                !(instances.has("InstanceFleets") && instances.has("InstanceGroups")),
                "Instance fleets and instance groups are mutually exclusive.");
        if (instances.has("InstanceFleets")) {
            require(
                    !instances.has("Ec2SubnetId"),
                    "Ec2SubnetId is not supported with instance fleets: use Ec2SubnetIds.");
            fleets(instances.path("InstanceFleets"));
        } else {
            require(
                    instances.has("InstanceGroups") || instances.has("InstanceCount"),
                    "Either instance fleets, instance groups or an instance count is required.");
        }
        boolean keepAlive = instances.path("KeepJobFlowAliveWhenNoSteps").asBoolean();
        require(
                keepAlive || request.path("Steps").size() > 0,
                "A cluster that is not kept alive needs at least one step.");
    }

    private static void fleets(JsonNode fleets) {
        Set<String> kinds = new HashSet<>();
        for (JsonNode fleet : fleets) {
            String kind = fleet.path("InstanceFleetType").asText();
            require(
                    Set.of("MASTER", "CORE", "TASK").contains(kind),
                    "InstanceFleetType is missing or unknown: " + kind);
            require(kinds.add(kind), "There is more than one fleet of type " + kind);
            int types = fleet.path("InstanceTypeConfigs").size();
            require(types > 0 && types <= MAX_TYPES, "A fleet needs 1 to 30 instance types, not " + types);
            int capacity = fleet.path("TargetOnDemandCapacity").asInt()
                    + fleet.path("TargetSpotCapacity").asInt();
            require(!kind.equals("MASTER") || capacity == 1, "The target capacity of the master fleet must be 1.");
            require(capacity > 0 || kind.equals("TASK"), "The target capacity of a fleet must be greater than 0.");
        }
        require(kinds.contains("MASTER"), "There is no fleet of type MASTER");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw EmrFailure.validation(message);
        }
    }
}
