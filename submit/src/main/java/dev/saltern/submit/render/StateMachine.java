/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A machine of Step Functions that runs a day on a transient cluster: starts it, waits, decides by the steps and by what the job wrote,
 * ends it whatever happened, and tells a person what failed. A cluster that could not be had is followed by one of the next kind, as a
 * launch does it.
 *
 * <p>Its input is {@code {"date": "2026-01-31"}} or {@code {"scheduledTime": "2026-02-01T02:00:00Z"}}, of which the last whole day before
 * counts; {@code "gatherSeconds"} lets it wait for files that come after the first.
 */
public final class StateMachine {
    /** Stands for the function that judges, and is filled in by the stack. */
    public static final String JUDGE = "${JudgeFunction}";

    /** Stands for the topic that people listen to, and is filled in by the stack. */
    public static final String TOPIC = "${Topic}";

    /** EMR copies the last logs within minutes of the end; a cluster without a step that ran has none. */
    private static final String SETTLE =
            "$count($steps[$ in [\"RUNNING\", \"COMPLETED\", \"FAILED\", \"INTERRUPTED\"]]) > 0 ? 180 : 5";

    private final DayRequest request;
    private final Map<String, State> states = new LinkedHashMap<>();

    private StateMachine(DayRequest request) {
        this.request = request;
    }

    /** Returns the definition in Amazon States Language. */
    public static Map<String, Object> definition(DayRequest request) {
        StateMachine machine = new StateMachine(request.startedBy("machine"));
        new StartStates(machine.request, machine.states).add();
        new WatchStates(machine.request, machine.states).add();
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
        states.put("Settle", State.pause(Jsonata.of(SETTLE)).next("Judge"));
        states.put(
                "Judge",
                State.task("arn:aws:states:::lambda:invoke", Members.of("FunctionName", JUDGE, "Payload", question()))
                        .assign(Members.of("verdict", Jsonata.of("$states.result.Payload")))
                        .retry(2, MachineWords.ALL)
                        .onError("Tell", Members.of("verdict", MachineWords.verdict(request, 20, unjudged())))
                        .next("Passed"));
        states.put("Passed", State.choice().with("Choices", passed()).with("Default", "Tell"));
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
                        .onError("Untold", Members.of("told", false))
                        .next("Failed"));
        states.put("Done", State.ofType("Succeed").with("Output", Jsonata.of("$verdict")));
        states.put("Failed", failed("Saltern."));
        // Whoever listens to executions hears of this one by its error: the machine could tell nobody.
        states.put("Untold", failed("Untold."));
    }

    private static State failed(String error) {
        return State.ofType("Fail")
                .with("Error", Jsonata.of(Json.line(error) + " & $string($verdict.exitCode)"))
                .with("Cause", Jsonata.of("$verdict.message"));
    }

    /** Returns where a verdict leads to: to the next kind of machines where nothing ran for want of these. */
    private List<Object> passed() {
        List<Object> rules = new ArrayList<>();
        rules.add(State.rule("$verdict.exitCode = 0", "Done"));
        int attempts = request.attempts().size();
        for (int attempt = 1; attempt < attempts; attempt++) {
            String before = Json.line("Attempt " + attempt + " of " + attempts + ": ");
            rules.add(State.rule(
                    "$exists($verdict.relaunch) and $verdict.relaunch and $attempt = " + attempt + " and "
                            + MachineWords.NOW + " < $until",
                    MachineWords.launch(attempt),
                    Members.of(
                            "attempt",
                            attempt + 1,
                            "clusterId",
                            "",
                            "alive",
                            List.of(),
                            "steps",
                            List.of(),
                            "trouble",
                            Jsonata.of("$trouble & " + before + " & $verdict.reason & \". \""))));
        }
        return rules;
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
