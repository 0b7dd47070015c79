/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.machine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The graph of a machine's states. The linter of templates and the emulator both accept a transition to a state that is not there.
 *
 * @param targets the states that each state may be followed by
 * @param caught the states that each task may be followed by after an error
 * @param types the type of each state
 * @param startAt the first state
 */
public record MachineGraph(
        Map<String, Set<String>> targets, Map<String, Set<String>> caught, Map<String, String> types, String startAt) {
    private static final Set<String> ENDS = Set.of("Succeed", "Fail");

    /** Reads a definition. */
    public static MachineGraph of(String definition) {
        Map<String, Object> machine = MachineInterpreter.read(definition);
        Map<String, Set<String>> targets = new LinkedHashMap<>();
        Map<String, Set<String>> caught = new LinkedHashMap<>();
        Map<String, String> types = new LinkedHashMap<>();
        MachineInterpreter.object(machine.get("States")).forEach((name, state) -> {
            Map<String, Object> members = MachineInterpreter.object(state);
            Set<String> next = new LinkedHashSet<>();
            add(members, "Next", next);
            add(members, "Default", next);
            each(members, "Choices").forEach(rule -> add(rule, "Next", next));
            Set<String> errors = new LinkedHashSet<>();
            each(members, "Catch").stream()
                    .filter(catcher -> List.of("States.ALL").equals(catcher.get("ErrorEquals")))
                    .forEach(catcher -> add(catcher, "Next", errors));
            each(members, "Catch").forEach(catcher -> add(catcher, "Next", next));
            targets.put(name, next);
            caught.put(name, errors);
            types.put(name, String.valueOf(members.get("Type")));
        });
        return new MachineGraph(targets, caught, types, String.valueOf(machine.get("StartAt")));
    }

    /**
     * Returns everything that is wrong: targets that are not there, states that nothing leads to, states from which no end is reached,
     * and tasks whose errors do not lead to every one of the named states; a task that only follows a named state need not lead back.
     *
     * @param cleanUp what every error must lead to, in the order in which it is done
     */
    public List<String> problems(List<String> cleanUp) {
        List<String> problems = new ArrayList<>();
        if (!types.containsKey(startAt)) {
            problems.add("StartAt names " + startAt + ", which is not there");
        }
        targets.forEach((state, next) -> next.stream()
                .filter(target -> !types.containsKey(target))
                .forEach(target -> problems.add(state + " leads to " + target + ", which is not there")));
        Set<String> reached = from(Set.of(startAt));
        types.forEach((state, type) -> {
            if (!reached.contains(state)) {
                problems.add("Nothing leads to " + state);
            }
            if (!ENDS.contains(type) && from(Set.of(state)).stream().noneMatch(this::isEnd)) {
                problems.add("No end is reached from " + state);
            }
            if (!ENDS.contains(type) && targets.getOrDefault(state, Set.of()).isEmpty()) {
                problems.add(state + " leads nowhere");
            }
            if (type.equals("Task")) {
                problems.addAll(uncaught(state, cleanUp));
            }
        });
        return problems;
    }

    private List<String> uncaught(String task, List<String> cleanUp) {
        Set<String> errors = caught.getOrDefault(task, Set.of());
        if (errors.isEmpty()) {
            return List.of(task + " catches not every error");
        }
        Set<String> reached = from(errors);
        return cleanUp.stream()
                .filter(state -> !state.equals(task) && !isBehind(task, state))
                .filter(state -> !reached.contains(state))
                .map(state -> "An error of " + task + " does not lead to " + state)
                .toList();
    }

    /** Returns whether the state is over when the task begins: it follows it and nothing leads back, or no way to it but through the state. */
    private boolean isBehind(String task, String state) {
        boolean isPast = from(targets.getOrDefault(state, Set.of())).contains(task)
                && !from(targets.getOrDefault(task, Set.of())).contains(state);
        return isPast || !around(state, Set.of(startAt)).contains(task);
    }

    private boolean isEnd(String state) {
        return ENDS.contains(types.getOrDefault(state, ""));
    }

    private Set<String> from(Set<String> begin) {
        return around("", begin);
    }

    /** Returns what is reached without a way through the state. */
    private Set<String> around(String avoided, Set<String> begin) {
        Set<String> reached = new LinkedHashSet<>(begin);
        Deque<String> open = new ArrayDeque<>(begin);
        while (!open.isEmpty()) {
            for (String next : targets.getOrDefault(open.pop(), Set.of())) {
                if (!next.equals(avoided) && reached.add(next)) {
                    open.push(next);
                }
            }
        }
        return reached;
    }

    private static void add(Map<String, Object> members, String name, Set<String> into) {
        if (members.containsKey(name)) {
            into.add(String.valueOf(members.get(name)));
        }
    }

    private static List<Map<String, Object>> each(Map<String, Object> members, String name) {
        return ((List<?>) members.getOrDefault(name, List.of()))
                .stream().map(MachineInterpreter::object).toList();
    }
}
