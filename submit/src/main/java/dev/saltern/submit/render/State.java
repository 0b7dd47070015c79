/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One state of a machine, member by member. */
final class State {
    private static final int FIRST_WAIT_SECONDS = 10;
    private static final int MOST_WAIT_SECONDS = 120;

    private final Map<String, Object> members = new LinkedHashMap<>();

    private State(String type) {
        members.put("Type", type);
    }

    static State pass() {
        return new State("Pass");
    }

    static State choice() {
        return new State("Choice");
    }

    static State ofType(String type) {
        return new State(type);
    }

    static State task(String resource, Map<String, Object> arguments) {
        return new State("Task").with("Resource", resource).with("Arguments", arguments);
    }

    static State pause(Object seconds) {
        return new State("Wait").with("Seconds", seconds);
    }

    State with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Sets variables when the state ends well. */
    State assign(Map<String, Object> variables) {
        return with("Assign", variables);
    }

    State next(String state) {
        return with("Next", state);
    }

    /** Tries again after these errors, waiting longer each time. */
    State retry(int times, String... errors) {
        return with(
                "Retry",
                List.of(Members.of(
                        "ErrorEquals",
                        List.of(errors),
                        "IntervalSeconds",
                        FIRST_WAIT_SECONDS,
                        "BackoffRate",
                        2,
                        "MaxDelaySeconds",
                        MOST_WAIT_SECONDS,
                        "MaxAttempts",
                        times,
                        "JitterStrategy",
                        "FULL")));
    }

    /** Goes to a state after any other error, with variables of its own. */
    State onError(String state, Map<String, Object> variables) {
        return with(
                "Catch", List.of(Members.of("ErrorEquals", List.of("States.ALL"), "Assign", variables, "Next", state)));
    }

    /** Goes on where the condition holds. */
    static Map<String, Object> rule(String condition, String next) {
        return Members.of("Condition", Jsonata.of(condition), "Next", next);
    }

    /** Goes on where the condition holds, with variables of its own. */
    static Map<String, Object> rule(String condition, String next, Map<String, Object> variables) {
        return Members.of("Condition", Jsonata.of(condition), "Assign", variables, "Next", next);
    }

    Map<String, Object> members() {
        return members;
    }
}
