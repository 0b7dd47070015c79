/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.machine;

import dev.saltern.test.kit.emr.VirtualClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One task, with what is tried again and what is caught. */
final class TaskRun {
    private static final String ALL = "States.ALL";

    private final Map<String, Object> members;
    private final TaskService service;
    private final VirtualClock clock;
    private final Map<Integer, Integer> tried = new HashMap<>();

    TaskRun(Map<String, Object> members, TaskService service, VirtualClock clock) {
        this.members = members;
        this.service = service;
        this.clock = clock;
    }

    /** Carries the task out and returns the state that follows. */
    String next(MachineInterpreter.Scope scope) {
        while (true) {
            try {
                Object arguments = scope.value(members.get("Arguments"));
                scope.know(
                        "result",
                        service.call(String.valueOf(members.get("Resource")), MachineInterpreter.object(arguments)));
                scope.leave(members);
                return String.valueOf(members.get("Next"));
            } catch (TaskFailure failure) {
                if (!again(failure)) {
                    return caught(failure, scope);
                }
            }
        }
    }

    private boolean again(TaskFailure failure) {
        List<?> retriers = (List<?>) members.getOrDefault("Retry", List.of());
        for (int i = 0; i < retriers.size(); i++) {
            Map<String, Object> retrier = MachineInterpreter.object(retriers.get(i));
            if (matches(retrier, failure)) {
                int before = tried.merge(i, 1, Integer::sum) - 1;
                double seconds =
                        number(retrier, "IntervalSeconds", 1) * Math.pow(number(retrier, "BackoffRate", 2), before);
                clock.sleep(Duration.ofSeconds((long) Math.min(seconds, number(retrier, "MaxDelaySeconds", 86_400))));
                return before < number(retrier, "MaxAttempts", 3);
            }
        }
        return false;
    }

    private String caught(TaskFailure failure, MachineInterpreter.Scope scope) {
        for (Object each : (List<?>) members.getOrDefault("Catch", List.of())) {
            Map<String, Object> catcher = MachineInterpreter.object(each);
            if (matches(catcher, failure)) {
                scope.know("errorOutput", Map.of("Error", failure.error(), "Cause", failure.why()));
                scope.leave(catcher);
                return String.valueOf(catcher.get("Next"));
            }
        }
        throw failure;
    }

    private static boolean matches(Map<String, Object> retrierOrCatcher, TaskFailure failure) {
        List<?> errors = (List<?>) MachineInterpreter.required(retrierOrCatcher.get("ErrorEquals"));
        return errors.contains(ALL) || errors.contains(failure.error());
    }

    private static double number(Map<String, Object> members, String name, double otherwise) {
        return members.get(name) instanceof Number number ? number.doubleValue() : otherwise;
    }
}
