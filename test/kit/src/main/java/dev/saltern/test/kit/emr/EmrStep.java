/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.emr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step of a cluster. */
final class EmrStep {
    private final String id;
    private final JsonNode spec;
    private final StepLife life;
    private final Instant created;
    private String state = "PENDING";
    private @Nullable Instant started;
    private @Nullable Instant ended;

    EmrStep(String id, JsonNode spec, StepLife life, Instant created) {
        this.id = id;
        this.spec = spec;
        this.life = life;
        this.created = created;
    }

    String id() {
        return id;
    }

    Instant created() {
        return created;
    }

    String state() {
        return state;
    }

    boolean isPending() {
        return state.equals("PENDING");
    }

    boolean isRunning() {
        return state.equals("RUNNING");
    }

    boolean hasFailed() {
        return state.equals("FAILED") || state.equals("INTERRUPTED");
    }

    String actionOnFailure() {
        return spec.path("ActionOnFailure").asText("TERMINATE_CLUSTER");
    }

    void start(Instant now) {
        state = "RUNNING";
        started = now;
    }

    /** Returns when it ends by itself. */
    Instant end() {
        return started == null ? Instant.MAX : started.plus(life.lasts());
    }

    void finish(Instant now) {
        state = life.state();
        ended = now;
        life.atEnd().run();
    }

    void cancel(Instant now) {
        state = "CANCELLED";
        ended = now;
    }

    ObjectNode describe() {
        ObjectNode step = JsonNodeFactory.instance.objectNode();
        step.put("Id", id);
        step.put("Name", spec.path("Name").asText());
        step.put("ActionOnFailure", actionOnFailure());
        JsonNode jar = spec.path("HadoopJarStep");
        ObjectNode config = step.putObject("Config");
        config.put("Jar", jar.path("Jar").asText());
        config.set("Args", jar.has("Args") ? jar.get("Args") : JsonNodeFactory.instance.arrayNode());
        ObjectNode status = step.putObject("Status");
        status.put("State", state);
        status.putObject("StateChangeReason");
        if (state.equals("FAILED") && !life.reason().isEmpty()) {
            status.putObject("FailureDetails")
                    .put("Reason", life.reason())
                    .put("Message", life.message())
                    .put("LogFile", life.logFile());
        }
        Moments.timeline(status, created, "StartDateTime", started, ended);
        return step;
    }
}
