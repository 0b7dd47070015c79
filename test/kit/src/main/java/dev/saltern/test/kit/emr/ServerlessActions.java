/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.emr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The part of EMR Serverless that runs jobs on applications which exist: start, look, list, cancel. Guarded by the server's lock. */
final class ServerlessActions {
    private static final double MEMORY_PER_VCPU = 4.0;

    private record Known(String id, String application, JsonNode request, ServerlessRun run) {}

    private final Map<String, Known> runs = new LinkedHashMap<>();
    /** The service's own promise: the same token starts nothing twice. */
    private final Map<String, String> tokens = new LinkedHashMap<>();

    private final Deque<StepLife> lives = new ArrayDeque<>();

    void next(StepLife life) {
        lives.add(life);
    }

    /** Returns how many job runs have not ended. */
    long open(Instant now) {
        runs.values().forEach(known -> known.run().advance(now));
        return runs.values().stream().filter(known -> !known.run().hasEnded()).count();
    }

    int started() {
        return runs.size();
    }

    /** Returns the name of what a request asks for. */
    static String action(String method, List<String> path) {
        boolean isRun = path.size() == 4;
        return switch (method) {
            case "POST" -> "StartJobRun";
            case "DELETE" -> "CancelJobRun";
            default -> isRun ? "GetJobRun" : path.size() == 3 ? "ListJobRuns" : "GetApplication";
        };
    }

    ObjectNode carryOut(String action, List<String> path, JsonNode request, Instant now) {
        open(now);
        String application = path.get(1);
        return switch (action) {
            case "StartJobRun" -> start(application, request, now);
            case "GetJobRun" -> {
                ObjectNode answer = EmrPages.object();
                answer.set("jobRun", page(known(path.get(3)), now));
                yield answer;
            }
            case "CancelJobRun" -> {
                Known known = known(path.get(3));
                known.run().cancel(now);
                yield EmrPages.object().put("applicationId", application).put("jobRunId", known.id());
            }
            case "ListJobRuns" -> {
                ObjectNode answer = EmrPages.object();
                var all = answer.putArray("jobRuns");
                runs.values().forEach(known -> all.add(page(known, now).put("id", known.id())));
                yield answer;
            }
            default -> {
                ObjectNode answer = EmrPages.object();
                answer.putObject("application")
                        .put("applicationId", application)
                        .put("state", "STARTED")
                        .put("type", "Spark");
                yield answer;
            }
        };
    }

    private ObjectNode start(String application, JsonNode request, Instant now) {
        String token = request.path("clientToken").asText();
        if (token.isEmpty() || request.path("executionRoleArn").asText().isEmpty()) {
            throw EmrFailure.validation("clientToken and executionRoleArn are required");
        }
        String id = tokens.computeIfAbsent(token, ignored -> {
            String fresh = String.format(Locale.ROOT, "00run%08d", runs.size() + 1);
            StepLife life = lives.isEmpty() ? StepLife.completes(Duration.ofMinutes(10)) : lives.remove();
            runs.put(fresh, new Known(fresh, application, request, new ServerlessRun(life, now)));
            return fresh;
        });
        return EmrPages.object()
                .put("applicationId", application)
                .put("jobRunId", id)
                .put(
                        "arn",
                        "arn:aws:emr-serverless:us-east-1:000000000000:/applications/" + application + "/jobruns/"
                                + id);
    }

    private Known known(String id) {
        Known known = runs.get(id);
        if (known == null) {
            throw EmrFailure.missing("JobRun " + id + " does not exist");
        }
        return known;
    }

    private static ObjectNode page(Known known, Instant now) {
        ObjectNode page = EmrPages.object();
        page.put("applicationId", known.application());
        page.put("jobRunId", known.id());
        page.put(
                "arn",
                "arn:aws:emr-serverless:us-east-1:000000000000:/applications/" + known.application() + "/jobruns/"
                        + known.id());
        page.put("name", known.request().path("name").asText());
        page.put("createdBy", "arn:aws:iam::000000000000:user/test");
        page.put("executionRole", known.request().path("executionRoleArn").asText());
        page.put("releaseLabel", "emr-7.13.0");
        page.put("state", known.run().state());
        page.put("stateDetails", known.run().details());
        page.put("createdAt", Moments.seconds(known.run().created()));
        page.put("updatedAt", Moments.seconds(known.run().updated()));
        page.set("jobDriver", known.request().path("jobDriver"));
        page.set(
                "tags",
                known.request().path("tags").isObject() ? known.request().get("tags") : EmrPages.object());
        double hours = known.run().ran(now).toSeconds() / 3600.0;
        page.putObject("billedResourceUtilization")
                .put("vCPUHour", hours)
                .put("memoryGBHour", hours * MEMORY_PER_VCPU)
                .put("storageGBHour", 0.0);
        return page;
    }
}
