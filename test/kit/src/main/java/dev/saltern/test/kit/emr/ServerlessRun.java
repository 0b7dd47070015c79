/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.emr;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** A job run of EMR Serverless: submitted, pending, scheduled, running, and then as its step's life says. */
final class ServerlessRun {
    private static final Duration BEFORE = Duration.ofSeconds(30);
    private static final Set<String> ENDED = Set.of("SUCCESS", "FAILED", "CANCELLED");

    private final StepLife life;
    private final Instant created;
    private String state = "SUBMITTED";
    private Instant since;

    ServerlessRun(StepLife life, Instant created) {
        this.life = life;
        this.created = created;
        this.since = created;
    }

    void advance(Instant now) {
        turn("SUBMITTED", BEFORE, "PENDING", now);
        turn("PENDING", BEFORE, "SCHEDULED", now);
        turn("SCHEDULED", BEFORE, "RUNNING", now);
        boolean isRunning = state.equals("RUNNING");
        turn("RUNNING", life.lasts(), life.state().equals("COMPLETED") ? "SUCCESS" : "FAILED", now);
        if (isRunning && hasEnded()) {
            life.atEnd().run();
        }
        turn("CANCELLING", BEFORE, "CANCELLED", now);
    }

    private void turn(String from, Duration lasts, String to, Instant now) {
        if (state.equals(from) && !since.plus(lasts).isAfter(now)) {
            state = to;
            since = since.plus(lasts);
        }
    }

    void cancel(Instant now) {
        if (!hasEnded()) {
            state = "CANCELLING";
            since = now;
        }
    }

    boolean hasEnded() {
        return ENDED.contains(state);
    }

    String state() {
        return state;
    }

    String details() {
        return state.equals("FAILED") ? life.message() : "";
    }

    Instant created() {
        return created;
    }

    Instant updated() {
        return since;
    }

    /** Returns how long it has run or did run. */
    Duration ran(Instant now) {
        Instant begun = created.plus(BEFORE.multipliedBy(3));
        Instant end = hasEnded() ? since : now;
        return end.isAfter(begun) ? Duration.between(begun, end) : Duration.ZERO;
    }
}
