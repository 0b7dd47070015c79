/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.machine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.test.kit.emr.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Executes a machine written in JSONata: Pass, Task, Choice, Wait, Succeed and Fail, with Assign, Output, Retry and Catch. Waiting moves
 * the clock. An execution of more than ten thousand states is taken for one that never ends.
 */
public final class MachineInterpreter {
    private static final int MOST_STATES = 10_000;

    private final Map<String, Object> states;
    private final String startAt;
    private final TaskService service;
    private final VirtualClock clock;

    /** Reads a definition, with every substitution filled in. */
    public MachineInterpreter(String definition, TaskService service, VirtualClock clock) {
        Map<String, Object> machine = read(definition);
        this.states = object(machine.get("States"));
        this.startAt = String.valueOf(machine.get("StartAt"));
        this.service = service;
        this.clock = clock;
        if (!"JSONata".equals(machine.get("QueryLanguage"))) {
            throw new IllegalArgumentException("Cannot interpret the machine: its QueryLanguage is not JSONata");
        }
    }

    /** Executes the machine under a name. */
    public Execution run(String name, Map<String, Object> input) {
        Scope scope = new Scope(name, clock.instant(), input);
        String state = startAt;
        while (scope.visited.size() < MOST_STATES) {
            scope.enter(state, clock.instant());
            Map<String, Object> members = object(states.get(state));
            try {
                String type = String.valueOf(members.get("Type"));
                if (type.equals("Succeed")) {
                    Object output = members.containsKey("Output") ? scope.value(members.get("Output")) : scope.input;
                    return new Execution("SUCCEEDED", output, "", "", scope.visited);
                }
                if (type.equals("Fail")) {
                    return new Execution(
                            "FAILED",
                            null,
                            String.valueOf(scope.value(members.get("Error"))),
                            String.valueOf(scope.value(members.get("Cause"))),
                            scope.visited);
                }
                state = next(type, members, scope);
            } catch (TaskFailure failure) {
                return new Execution("FAILED", null, failure.error(), failure.why(), scope.visited);
            }
        }
        throw new IllegalStateException("Cannot end the execution: it entered " + MOST_STATES + " states, the last "
                + scope.visited.subList(MOST_STATES - 8, MOST_STATES));
    }

    private String next(String type, Map<String, Object> members, Scope scope) {
        switch (type) {
            case "Pass" -> scope.leave(members);
            case "Wait" -> {
                clock.sleep(Duration.ofSeconds(((Number) required(scope.value(members.get("Seconds")))).longValue()));
                scope.leave(members);
            }
            case "Choice" -> {
                return choose(members, scope);
            }
            case "Task" -> {
                return new TaskRun(members, service, clock).next(scope);
            }
            default -> throw new IllegalArgumentException("Cannot interpret states of type " + type);
        }
        return String.valueOf(members.get("Next"));
    }

    private static String choose(Map<String, Object> members, Scope scope) {
        for (Object choice : (List<?>) required(members.get("Choices"))) {
            Map<String, Object> rule = object(choice);
            if (Boolean.TRUE.equals(scope.value(rule.get("Condition")))) {
                scope.leave(rule);
                return String.valueOf(rule.get("Next"));
            }
        }
        if (!members.containsKey("Default")) {
            throw new TaskFailure("States.NoChoiceMatched", "No choice of " + members + " holds");
        }
        return String.valueOf(members.get("Default"));
    }

    /** What an execution knows at a moment. */
    static final class Scope {
        private final Map<String, Object> context = new LinkedHashMap<>();
        private final Map<String, Object> variables = new LinkedHashMap<>();
        private final Map<String, Object> known = new LinkedHashMap<>();
        private final List<String> visited = new ArrayList<>();
        private @Nullable Object input;

        Scope(String name, Instant now, Map<String, Object> input) {
            this.input = input;
            context.put("Execution", Map.of("Name", name, "StartTime", now.toString(), "Input", input));
        }

        void enter(String state, Instant now) {
            visited.add(state);
            context.put("State", Map.of("Name", state, "EnteredTime", now.toString()));
            known.clear();
            know("context", context);
            know("input", input);
        }

        void know(String name, @Nullable Object value) {
            if (value != null) {
                known.put(name, value);
            }
        }

        @Nullable
        Object value(@Nullable Object template) {
            return new Expressions(variables, known).value(template);
        }

        /** Takes over what a state, a rule or a catcher assigns and returns; all of it sees the variables as they were. */
        void leave(Map<String, Object> members) {
            Object assigned = members.containsKey("Assign") ? value(members.get("Assign")) : Map.of();
            if (members.containsKey("Output")) {
                input = value(members.get("Output"));
            }
            variables.putAll(object(assigned));
        }
    }

    static Map<String, Object> read(String json) {
        try {
            return new ObjectMapper().readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot read the machine: " + e.getOriginalMessage(), e);
        }
    }

    static Map<String, Object> object(@Nullable Object value) {
        Map<String, Object> members = new LinkedHashMap<>();
        ((Map<?, ?>) required(value)).forEach((name, member) -> members.put(String.valueOf(name), member));
        return members;
    }

    static Object required(@Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("Cannot interpret the machine: a member is missing");
        }
        return value;
    }
}
