/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.emr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lives and faults as a JSON file, for those who start the server by its {@link EmrTestServerMain}:
 *
 * <pre>{@code
 * {"lives": [
 *    {"starting": "PT4M", "unstarted": {"state": "TERMINATED_WITH_ERRORS", "code": "INSTANCE_FLEET_TIMEOUT"}},
 *    {"steps": [{"lasts": "PT3M", "state": "FAILED", "message": "Out of memory"}], "ending": {"state": "TERMINATED"}}],
 *  "faults": [{"kind": "LOST_RESPONSE", "action": "RunJobFlow", "from": 1, "times": 1}]}
 * }</pre>
 *
 * @param lives of the clusters, in the order in which they are started
 * @param faults what goes wrong on the way
 */
record LifeScript(List<Life> lives, List<Fault> faults) {
    static LifeScript read(Path file) throws IOException {
        JsonNode script = new ObjectMapper().readTree(file.toFile());
        List<Life> lives = new ArrayList<>();
        script.path("lives").forEach(life -> lives.add(life(life)));
        List<Fault> faults = new ArrayList<>();
        script.path("faults").forEach(fault -> faults.add(fault(fault)));
        return new LifeScript(List.copyOf(lives), List.copyOf(faults));
    }

    private static Life life(JsonNode node) {
        List<StepLife> steps = new ArrayList<>();
        node.path("steps")
                .forEach(step -> steps.add(new StepLife(
                                duration(step, "lasts", Duration.ofMinutes(1)),
                                step.path("state").asText("COMPLETED"),
                                "",
                                "",
                                "",
                                () -> {})
                        .because(
                                step.path("reason").asText(),
                                step.path("message").asText(),
                                step.path("logFile").asText())));
        return new Life(
                duration(node, "starting", Life.GOOD.starting()),
                duration(node, "bootstrapping", Life.GOOD.bootstrapping()),
                duration(node, "terminating", Life.GOOD.terminating()),
                ending(node.path("unstarted")),
                ending(node.path("unready")),
                ending(node.path("ending")),
                steps);
    }

    private static Fault fault(JsonNode node) {
        return new Fault(
                Fault.Kind.valueOf(node.path("kind").asText()),
                node.path("action").asText(".*"),
                node.path("from").asInt(1),
                node.path("times").asInt(1),
                duration(node, "lasts", Duration.ZERO));
    }

    private static @Nullable Ending ending(JsonNode node) {
        return node.isMissingNode()
                ? null
                : new Ending(
                        node.path("state").asText("TERMINATED_WITH_ERRORS"),
                        node.path("code").asText(),
                        node.path("message").asText());
    }

    private static Duration duration(JsonNode node, String key, Duration otherwise) {
        return node.has(key) ? Duration.parse(node.get(key).asText()) : otherwise;
    }
}
