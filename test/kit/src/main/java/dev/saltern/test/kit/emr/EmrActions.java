/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.emr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the service does. Guarded by the server's lock. */
final class EmrActions {
    private static final int PAGE = 50;

    private final Map<String, EmrCluster> clusters = new LinkedHashMap<>();
    private final Deque<Life> lives = new ArrayDeque<>();
    private Life usual = Life.GOOD;

    void next(Life life) {
        lives.add(life);
    }

    void usual(Life life) {
        usual = life;
    }

    List<EmrCluster> clusters(Instant now) {
        clusters.values().forEach(cluster -> cluster.advance(now));
        return List.copyOf(clusters.values());
    }

    ObjectNode carryOut(String action, JsonNode request, Instant now) {
        List<EmrCluster> all = clusters(now);
        return switch (action) {
            case "RunJobFlow" -> run(request, now);
            case "DescribeCluster" -> {
                ObjectNode answer = EmrPages.object();
                answer.set("Cluster", EmrPages.cluster(cluster(request)));
                yield answer;
            }
            case "ListClusters" -> EmrPages.paged(request, "Clusters", wanted(all, request), PAGE, EmrPages::summary);
            case "ListSteps" -> EmrPages.paged(request, "Steps", steps(request), PAGE, EmrStep::describe);
            case "DescribeStep" -> step(request);
            case "AddJobFlowSteps" -> add(request, now);
            case "CancelSteps" -> cancel(request, now);
            case "TerminateJobFlows" -> terminate(request, now);
            case "SetTerminationProtection" -> protect(request);
            case "AddTags" -> tag(request);
            case "ListInstances" -> EmrPages.paged(request, "Instances", instances(request), PAGE, one -> one);
            case "ListInstanceFleets" ->
                EmrPages.paged(request, "InstanceFleets", EmrMachines.fleets(cluster(request)), PAGE, one -> one);
            case "ListBootstrapActions" -> EmrPages.paged(request, "BootstrapActions", List.of(), PAGE, one -> request);
            default -> throw EmrFailure.unknownAction(action);
        };
    }

    private ObjectNode run(JsonNode request, Instant now) {
        EmrRequestChecks.check(request);
        String id = String.format(Locale.ROOT, "j-%013d", clusters.size() + 1);
        Life life = lives.isEmpty() ? usual : lives.remove();
        clusters.put(id, new EmrCluster(id, request, life, now));
        return EmrPages.object()
                .put("JobFlowId", id)
                .put("ClusterArn", "arn:aws:elasticmapreduce:us-east-1:000000000000:cluster/" + id);
    }

    private EmrCluster cluster(JsonNode request) {
        return cluster(
                request.path("ClusterId").asText(request.path("JobFlowId").asText()));
    }

    private EmrCluster cluster(String id) {
        EmrCluster cluster = clusters.get(id);
        if (cluster == null) {
            throw EmrFailure.invalid("Cluster id '" + id + "' is not valid.");
        }
        return cluster;
    }

    /** The newest first, as the service lists them. */
    private static List<EmrCluster> wanted(List<EmrCluster> all, JsonNode request) {
        Set<String> states = texts(request.path("ClusterStates"));
        List<EmrCluster> wanted = new ArrayList<>();
        for (EmrCluster cluster : all) {
            boolean isAfter = !request.has("CreatedAfter")
                    || cluster.created().isAfter(Moments.instant(request.get("CreatedAfter")));
            boolean isBefore = !request.has("CreatedBefore")
                    || cluster.created().isBefore(Moments.instant(request.get("CreatedBefore")));
            if (isAfter && isBefore && (states.isEmpty() || states.contains(cluster.state()))) {
                wanted.add(cluster);
            }
        }
        Collections.reverse(wanted);
        return wanted;
    }

    private List<EmrStep> steps(JsonNode request) {
        Set<String> ids = texts(request.path("StepIds"));
        Set<String> states = texts(request.path("StepStates"));
        List<EmrStep> steps = new ArrayList<>(cluster(request).steps().stream()
                .filter(step -> ids.isEmpty() || ids.contains(step.id()))
                .filter(step -> states.isEmpty() || states.contains(step.state()))
                .toList());
        Collections.reverse(steps);
        return steps;
    }

    private EmrStep step(EmrCluster cluster, String id) {
        return cluster.steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow(() -> EmrFailure.invalid("Step id '" + id + "' is not valid."));
    }

    private ObjectNode step(JsonNode request) {
        ObjectNode answer = EmrPages.object();
        answer.set(
                "Step", step(cluster(request), request.path("StepId").asText()).describe());
        return answer;
    }

    private ObjectNode add(JsonNode request, Instant now) {
        EmrCluster cluster = cluster(request);
        if (cluster.hasEnded() || cluster.state().equals("TERMINATING")) {
            throw EmrFailure.invalid("A job flow that is shutting down, terminated, or finished may not be modified.");
        }
        ArrayNode ids = EmrPages.array();
        request.path("Steps").forEach(step -> ids.add(cluster.addStep(step, now)));
        ObjectNode answer = EmrPages.object();
        answer.set("StepIds", ids);
        return answer;
    }

    private ObjectNode cancel(JsonNode request, Instant now) {
        EmrCluster cluster = cluster(request);
        ObjectNode answer = EmrPages.object();
        ArrayNode infos = answer.putArray("CancelStepsInfoList");
        for (String id : texts(request.path("StepIds"))) {
            EmrStep step = step(cluster, id);
            boolean isOpen = step.isPending() || step.isRunning();
            if (isOpen) {
                step.cancel(now);
            }
            infos.addObject()
                    .put("StepId", id)
                    .put("Status", isOpen ? "SUBMITTED" : "FAILED")
                    .put("Reason", isOpen ? "" : "The step is " + step.state());
        }
        return answer;
    }

    private ObjectNode terminate(JsonNode request, Instant now) {
        texts(request.path("JobFlowIds")).forEach(id -> cluster(id).stop(now));
        return EmrPages.object();
    }

    private ObjectNode protect(JsonNode request) {
        boolean isOn = request.path("TerminationProtected").asBoolean();
        texts(request.path("JobFlowIds")).forEach(id -> cluster(id).protect(isOn));
        return EmrPages.object();
    }

    private ObjectNode tag(JsonNode request) {
        EmrCluster cluster = cluster(request.path("ResourceId").asText());
        request.path("Tags")
                .forEach(tag -> cluster.tags()
                        .put(tag.path("Key").asText(), tag.path("Value").asText()));
        return EmrPages.object();
    }

    private List<ObjectNode> instances(JsonNode request) {
        Set<String> states = texts(request.path("InstanceStates"));
        return EmrMachines.instances(cluster(request)).stream()
                .filter(one -> states.isEmpty()
                        || states.contains(one.path("Status").path("State").asText()))
                .toList();
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
