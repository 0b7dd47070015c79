/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.emr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The fleets of a cluster and the machines in them: the first type of each fleet, as many as its capacity asks for. */
final class EmrMachines {
    private EmrMachines() {}

    static List<ObjectNode> fleets(EmrCluster cluster) {
        List<ObjectNode> pages = new ArrayList<>();
        for (JsonNode fleet : cluster.request().path("Instances").path("InstanceFleets")) {
            ObjectNode page = EmrPages.object();
            page.put("Id", id(cluster, fleet));
            page.put("Name", fleet.path("Name").asText());
            page.put("InstanceFleetType", fleet.path("InstanceFleetType").asText());
            for (String market : List.of("OnDemand", "Spot")) {
                int target = fleet.path("Target" + market + "Capacity").asInt();
                page.put("Target" + market + "Capacity", target);
                page.put("Provisioned" + market + "Capacity", cluster.ready() == null ? 0 : target);
            }
            ObjectNode status = page.putObject("Status");
            status.put(
                    "State", cluster.hasEnded() ? "TERMINATED" : cluster.ready() == null ? "PROVISIONING" : "RUNNING");
            Moments.timeline(status, cluster.created(), "ReadyDateTime", cluster.ready(), cluster.ended());
            pages.add(page);
        }
        return pages;
    }

    /** Returns no machine before the cluster has had them. */
    static List<ObjectNode> instances(EmrCluster cluster) {
        List<ObjectNode> pages = new ArrayList<>();
        if (cluster.ready() == null) {
            return pages;
        }
        for (JsonNode fleet : cluster.request().path("Instances").path("InstanceFleets")) {
            JsonNode type = fleet.path("InstanceTypeConfigs").path(0);
            for (String market : List.of("OnDemand", "Spot")) {
                int units = fleet.path("Target" + market + "Capacity").asInt();
                int weight = Math.max(1, type.path("WeightedCapacity").asInt(1));
                for (int machine = 0; machine < (units + weight - 1) / weight; machine++) {
                    pages.add(instance(cluster, fleet, type, market, pages.size()));
                }
            }
        }
        return pages;
    }

    private static ObjectNode instance(
            EmrCluster cluster, JsonNode fleet, JsonNode type, String market, int zeroBasedIndex) {
        ObjectNode page = EmrPages.object();
        page.put("Id", String.format(Locale.ROOT, "ci-%s%04d", cluster.id().substring(2), zeroBasedIndex));
        page.put(
                "Ec2InstanceId",
                String.format(Locale.ROOT, "i-%s%04d", cluster.id().substring(2), zeroBasedIndex));
        page.put("InstanceFleetId", id(cluster, fleet));
        page.put("Market", market.equals("Spot") ? "SPOT" : "ON_DEMAND");
        page.put("InstanceType", type.path("InstanceType").asText());
        ObjectNode status = page.putObject("Status");
        status.put("State", cluster.hasEnded() ? "TERMINATED" : "RUNNING");
        Moments.timeline(status, cluster.created(), "ReadyDateTime", cluster.ready(), cluster.ended());
        page.putArray("EbsVolumes");
        return page;
    }

    private static String id(EmrCluster cluster, JsonNode fleet) {
        String kind = fleet.path("InstanceFleetType").asText();
        return "if-" + cluster.id().substring(2) + kind.charAt(0);
    }
}
