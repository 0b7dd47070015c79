/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.emr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The words in which the service describes its clusters. */
final class EmrPages {
    private EmrPages() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode summary(EmrCluster cluster) {
        ObjectNode page = object();
        page.put("Id", cluster.id());
        page.put("Name", cluster.request().path("Name").asText());
        page.put("ClusterArn", "arn:aws:elasticmapreduce:us-east-1:000000000000:cluster/" + cluster.id());
        page.put("NormalizedInstanceHours", 0);
        ObjectNode status = page.putObject("Status");
        status.put("State", cluster.state());
        ObjectNode reason = status.putObject("StateChangeReason");
        if (!cluster.ending().code().isEmpty()) {
            reason.put("Code", cluster.ending().code());
        }
        if (!cluster.ending().message().isEmpty()) {
            reason.put("Message", cluster.ending().message());
        }
        Moments.timeline(status, cluster.created(), "ReadyDateTime", cluster.ready(), cluster.ended());
        return page;
    }

    static ObjectNode cluster(EmrCluster cluster) {
        ObjectNode page = summary(cluster);
        JsonNode request = cluster.request();
        JsonNode instances = request.path("Instances");
        for (String same : List.of("ReleaseLabel", "ServiceRole", "LogUri", "StepConcurrencyLevel", "Configurations")) {
            if (request.has(same)) {
                page.set(same, request.get(same));
            }
        }
        page.put("AutoTerminate", !instances.path("KeepJobFlowAliveWhenNoSteps").asBoolean());
        page.put("TerminationProtected", instances.path("TerminationProtected").asBoolean());
        page.put("VisibleToAllUsers", true);
        page.put("InstanceCollectionType", instances.has("InstanceFleets") ? "INSTANCE_FLEET" : "INSTANCE_GROUP");
        page.set("Tags", tags(cluster.tags()));
        page.set("Applications", request.path("Applications").isArray() ? request.get("Applications") : array());
        return page;
    }

    static ArrayNode tags(Map<String, String> tags) {
        ArrayNode all = array();
        tags.forEach((key, value) -> all.addObject().put("Key", key).put("Value", value));
        return all;
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** Cuts a list into pages: a marker is the place of the next entry. */
    static <T> ObjectNode paged(
            JsonNode request, String key, List<T> all, int size, Function<T, ? extends JsonNode> description) {
        int from = request.path("Marker").asInt(0);
        int to = Math.min(all.size(), from + size);
        ObjectNode answer = object();
        ArrayNode page = answer.putArray(key);
        all.subList(Math.min(from, to), to).forEach(one -> page.add(description.apply(one)));
        if (to < all.size()) {
            answer.put("Marker", Integer.toString(to));
        }
        return answer;
    }
}
