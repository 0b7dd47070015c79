/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A machine of Step Functions that runs a day on a transient cluster: starts it, waits, decides by the steps and by what the job wrote,
 * ends it whatever happened, and tells a person what failed.
 *
 * <p>Its input is {@code {"date": "2026-01-31"}} or {@code {"scheduledTime": "2026-02-01T02:00:00Z"}}, of which the last whole day before
 * counts; {@code "gatherSeconds"} lets it wait for files that come after the first.
 */
public final class StateMachine {
    /** Stands for the function that judges, and is filled in by the stack. */
    public static final String JUDGE = "${JudgeFunction}";

    /** Stands for the topic that people listen to, and is filled in by the stack. */
    public static final String TOPIC = "${Topic}";

    /** EMR copies the last logs within minutes of the end. */
    private static final int SETTLE_SECONDS = 180;

    private final DayRequest request;
    private final Map<String, State> states = new LinkedHashMap<>();

    private StateMachine(DayRequest request) {
        this.request = request;
    }

    /** Returns the definition in Amazon States Language. */
    public static Map<String, Object> definition(DayRequest request) {
        StateMachine machine = new StateMachine(request);
        new StartStates(request, machine.states).add();
        new WatchStates(request, machine.states).add();
        machine.judge();
        Map<String, Object> states = new LinkedHashMap<>();
        machine.states.forEach((name, state) -> states.put(name, state.members()));
        return Members.of(
                "Comment",
                "One day of " + request.pipeline() + " on a transient cluster, which is ended in any case",
                "QueryLanguage",
                "JSONata",
                "StartAt",
                "Day",
                "States",
                states);
    }

    /** Returns the definition as text. */
    public static String text(DayRequest request) {
        return Json.pretty(definition(request));
    }

    private void judge() {
        states.put("Settle", State.pause(SETTLE_SECONDS).next("Judge"));
        states.put(
                "Judge",
                State.task("arn:aws:states:::lambda:invoke", Members.of("FunctionName", JUDGE, "Payload", question()))
                        .assign(Members.of("verdict", Jsonata.of("$states.result.Payload")))
                        .retry(2, MachineWords.ALL)
                        .onError("Tell", Members.of("verdict", MachineWords.verdict(request, 20, unjudged())))
                        .next("Passed"));
        states.put(
                "Passed",
                State.choice()
                        .with("Choices", List.of(State.rule("$verdict.exitCode = 0", "Done")))
                        .with("Default", "Tell"));
        states.put(
                "Tell",
                State.task(
                                "arn:aws:states:::sns:publish",
                                Members.of(
                                        "TopicArn",
                                        TOPIC,
                                        "Subject",
                                        Jsonata.of("$verdict.subject"),
                                        "Message",
                                        Jsonata.of("$verdict.message")))
                        .retry(2, MachineWords.ALL)
                        .onError("Failed", Members.of("told", false))
                        .next("Failed"));
        states.put("Done", State.ofType("Succeed").with("Output", Jsonata.of("$verdict")));
        states.put(
                "Failed",
                State.ofType("Fail")
                        .with("Error", Jsonata.of("\"Saltern.\" & $string($verdict.exitCode)"))
                        .with("Cause", Jsonata.of("$verdict.message")));
    }

    private Map<String, Object> question() {
        return Members.of(
                "pipeline",
                request.pipeline(),
                "day",
                Jsonata.of("$day"),
                "launch",
                Jsonata.of("$launch"),
                "clusterId",
                Jsonata.of("$clusterId"),
                "began",
                Jsonata.of("$states.context.Execution.StartTime"),
                "late",
                Jsonata.of("$late"),
                "trouble",
                Jsonata.of("$trouble"));
    }

    private String unjudged() {
        return "\"" + request.pipeline() + " \" & $day & \" ended, and could not be judged: \" & " + MachineWords.ERROR
                + " & \" \" & $trouble & \" Look at it with: saltern diagnose \" & $clusterId";
    }
}
