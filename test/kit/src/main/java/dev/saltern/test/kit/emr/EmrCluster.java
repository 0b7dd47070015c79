/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.emr;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A cluster that lives its life as time passes: whoever asks first brings it up to the moment. Guarded by the server's lock. */
final class EmrCluster {
    private static final Set<String> ENDED = Set.of("TERMINATED", "TERMINATED_WITH_ERRORS");

    private final String id;
    private final JsonNode request;
    private final Life life;
    private final Instant created;
    private final List<EmrStep> steps = new ArrayList<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private String state = "STARTING";
    private Instant since;
    private @Nullable Instant ready;
    private @Nullable Instant ended;
    private Ending ending = new Ending("", "", "");
    private boolean isProtected;

    EmrCluster(String id, JsonNode request, Life life, Instant created) {
        this.id = id;
        this.request = request;
        this.life = life;
        this.created = created;
        this.since = created;
        this.isProtected =
                request.path("Instances").path("TerminationProtected").asBoolean();
        request.path("Tags")
                .forEach(tag ->
                        tags.put(tag.path("Key").asText(), tag.path("Value").asText()));
        request.path("Steps").forEach(step -> addStep(step, created));
    }

    String addStep(JsonNode step, Instant now) {
        String stepId = "s-" + id.substring(2) + String.format(java.util.Locale.ROOT, "%04d", steps.size() + 1);
        steps.add(new EmrStep(stepId, step, life.step(steps.size()), now));
        return stepId;
    }

    /** Lets everything happen that has to happen until that moment. */
    void advance(Instant now) {
        while (!hasEnded() && turn(now)) {
            // Each turn is one change of state.
        }
    }

    private boolean turn(Instant now) {
        return switch (state) {
            case "STARTING" ->
                life.unstarted() == null
                        ? after(life.starting(), now, "BOOTSTRAPPING")
                        : endAfter(life.starting(), now, life.unstarted());
            case "BOOTSTRAPPING" ->
                life.unready() == null ? run(now) : terminateAfter(life.bootstrapping(), now, life.unready());
            case "RUNNING" -> work(now);
            case "WAITING" -> wake() || idle(now);
            default -> endAfter(life.terminating(), now, ending);
        };
    }

    private boolean run(Instant now) {
        boolean isReady = after(life.bootstrapping(), now, "RUNNING");
        if (isReady) {
            ready = since;
        }
        return isReady;
    }

    private boolean work(Instant now) {
        Optional<EmrStep> running = steps.stream().filter(EmrStep::isRunning).findFirst();
        if (running.isPresent()) {
            Instant end = running.get().end();
            if (end.isAfter(now)) {
                return false;
            }
            since = end;
            running.get().finish(end);
            if (running.get().hasFailed()) {
                fail(running.get());
            }
            return true;
        }
        Optional<EmrStep> next = steps.stream().filter(EmrStep::isPending).findFirst();
        if (next.isPresent()) {
            next.get().start(since);
            return true;
        }
        if (request.path("Instances").path("KeepJobFlowAliveWhenNoSteps").asBoolean()) {
            return enter("WAITING", since);
        }
        boolean failed = steps.stream().anyMatch(EmrStep::hasFailed);
        terminate(failed ? Ending.COMPLETED_WITH_ERRORS : Ending.COMPLETED, since);
        return true;
    }

    /** With more than one step at a time EMR does not take the cluster down, whatever the step says. */
    private void fail(EmrStep step) {
        String action = step.actionOnFailure();
        if (!action.equals("CONTINUE")) {
            steps.stream().filter(EmrStep::isPending).forEach(other -> other.cancel(since));
        }
        boolean isTerminating = action.equals("TERMINATE_CLUSTER") || action.equals("TERMINATE_JOB_FLOW");
        if (isTerminating && request.path("StepConcurrencyLevel").asInt(1) == 1) {
            terminate(Ending.STEP_FAILURE, since);
        }
    }

    private boolean wake() {
        Optional<EmrStep> next = steps.stream().filter(EmrStep::isPending).findFirst();
        return next.isPresent() && enter("RUNNING", next.get().created());
    }

    private boolean idle(Instant now) {
        long seconds = request.path("AutoTerminationPolicy").path("IdleTimeout").asLong(0);
        if (seconds == 0 || since.plusSeconds(seconds).isAfter(now)) {
            return false;
        }
        terminate(Ending.USER_REQUEST, since.plusSeconds(seconds));
        return true;
    }

    /** Begins to end it; a failure before the first step does not ask what its life says of the end. */
    private void terminate(Ending how, Instant now) {
        ending = life.ending() == null || how.equals(Ending.USER_REQUEST) ? how : life.ending();
        for (EmrStep step : steps) {
            if (step.isPending() || step.isRunning()) {
                step.cancel(now);
            }
        }
        enter("TERMINATING", now);
    }

    private boolean terminateAfter(Duration duration, Instant now, Ending how) {
        Instant at = since.plus(duration);
        if (at.isAfter(now)) {
            return false;
        }
        terminate(how, at);
        ending = how;
        return true;
    }

    private boolean endAfter(Duration duration, Instant now, Ending how) {
        Instant at = since.plus(duration);
        if (at.isAfter(now)) {
            return false;
        }
        steps.stream().filter(EmrStep::isPending).forEach(step -> step.cancel(at));
        ending = how;
        ended = at;
        return enter(how.state(), at);
    }

    private boolean after(Duration duration, Instant now, String next) {
        Instant at = since.plus(duration);
        return !at.isAfter(now) && enter(next, at);
    }

    private boolean enter(String next, Instant at) {
        state = next;
        since = at;
        return true;
    }

    /** Ends it because somebody asks for it. */
    void stop(Instant now) {
        if (isProtected) {
            throw EmrFailure.validation(
                    "Could not shut down one or more job flows since they are termination protected.");
        }
        if (!hasEnded() && !state.equals("TERMINATING")) {
            terminate(Ending.USER_REQUEST, now);
        }
    }

    void protect(boolean isOn) {
        isProtected = isOn;
    }

    boolean hasEnded() {
        return ENDED.contains(state);
    }

    String id() {
        return id;
    }

    JsonNode request() {
        return request;
    }

    String state() {
        return state;
    }

    Ending ending() {
        return ending;
    }

    Instant created() {
        return created;
    }

    @Nullable
    Instant ready() {
        return ready;
    }

    @Nullable
    Instant ended() {
        return ended;
    }

    List<EmrStep> steps() {
        return steps;
    }

    Map<String, String> tags() {
        return tags;
    }
}
