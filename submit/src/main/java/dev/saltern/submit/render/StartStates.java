/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.render;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The states up to a cluster: which day, whether more files are waited for, and the request of the launch. */
final class StartStates {
    private static final String THROTTLED = "Emr.ThrottlingException";
    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final DayRequest request;
    private final Map<String, State> states;

    StartStates(DayRequest request, Map<String, State> states) {
        this.request = request;
        this.states = states;
    }

    void add() {
        day();
        choose();
        for (int attempt = 0; attempt < request.attempts().size(); attempt++) {
            launch(attempt);
        }
    }

    private void day() {
        String given = "$exists($states.input.date) ? $states.input.date";
        String before = "$substring($fromMillis($toMillis($states.input.scheduledTime) - " + DAY_MILLIS + "), 0, 10)";
        String day = request.isDated()
                ? given + " : $exists($states.input.scheduledTime) ? " + before + " : \"\""
                : "\"all\"";
        states.put(
                "Day",
                State.pass()
                        .assign(Members.of(
                                "day",
                                Jsonata.of(day),
                                "launch",
                                Jsonata.of("$states.context.Execution.Name"),
                                "until",
                                Jsonata.of(MachineWords.BEGAN + " + "
                                        + request.deadline().toMillis()),
                                "alive",
                                List.of(),
                                "steps",
                                List.of(),
                                "attempt",
                                1,
                                "clusterId",
                                "",
                                "late",
                                false,
                                "trouble",
                                ""))
                        .next("Named"));
    }

    private void choose() {
        states.put(
                "Named",
                State.choice()
                        .with(
                                "Choices",
                                List.of(
                                        State.rule("$day = \"\"", "Nameless"),
                                        State.rule(
                                                "$exists($states.input.gatherSeconds) and $states.input.gatherSeconds > 0",
                                                "Gather")))
                        .with("Default", "Launch"));
        states.put(
                "Nameless",
                State.pass()
                        .assign(Members.of(
                                "verdict",
                                MachineWords.verdict(
                                        request, 2, "\"Missing required date or scheduledTime in the input\"")))
                        .next("Tell"));
        states.put(
                "Gather", State.pause(Jsonata.of("$states.input.gatherSeconds")).next("Launch"));
    }

    private void launch(int zeroBasedAttempt) {
        states.put(
                MachineWords.launch(zeroBasedAttempt),
                State.task(MachineWords.EMR + "runJobFlow", request.with(zeroBasedAttempt, Jsonata::text))
                        .assign(Members.of(
                                "clusterId",
                                Jsonata.of("$states.result.JobFlowId"),
                                "alive",
                                Jsonata.of("[$states.result.JobFlowId]")))
                        // RunJobFlow has no client token: only what was certainly not carried out is repeated.
                        .retry(MachineWords.READ_RETRIES, THROTTLED)
                        .onError("Strays", MachineWords.trouble("Cannot start the cluster: "))
                        .next("Pause"));
    }
}
