/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.render;

import java.time.Duration;
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

    static final String EMR = "arn:aws:states:::aws-sdk:emr:";
    private static final String ALL = "States.ALL";
    private static final String THROTTLED = "Emr.ThrottlingException";
    private static final int POLL_SECONDS = 60;

    /** EMR copies the last logs within minutes of the end. */
    private static final int SETTLE_SECONDS = 180;

    private static final int READ_RETRIES = 8;
    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
    private static final long CLOCK_SKEW_MILLIS = Duration.ofMinutes(5).toMillis();

    private static final String BEGAN = "$toMillis($states.context.Execution.StartTime)";
    private static final String ERROR = "$states.errorOutput.Error & \": \" & $states.errorOutput.Cause";

    private final DayRequest request;
    private final Map<String, Object> states = new LinkedHashMap<>();

    private StateMachine(DayRequest request) {
        this.request = request;
    }

    /** Returns the definition in Amazon States Language. */
    public static Map<String, Object> definition(DayRequest request) {
        StateMachine machine = new StateMachine(request);
        machine.begin();
        machine.watch();
        machine.end();
        machine.judge();
        Map<String, Object> states = new LinkedHashMap<>();
        machine.states.forEach((name, state) -> states.put(name, ((State) state).members()));
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

    private void begin() {
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
                                Jsonata.of(BEGAN + " + " + request.deadline().toMillis()),
                                "alive",
                                List.of(),
                                "clusterId",
                                "",
                                "late",
                                false,
                                "trouble",
                                ""))
                        .next("Named"));
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
                                "verdict", verdict(2, "\"Missing required date or scheduledTime in the input\"")))
                        .next("Tell"));
        states.put(
                "Gather", State.pause(Jsonata.of("$states.input.gatherSeconds")).next("Launch"));
        states.put(
                "Launch",
                State.task(EMR + "runJobFlow", request.with(Jsonata::text))
                        .assign(Members.of(
                                "clusterId",
                                Jsonata.of("$states.result.JobFlowId"),
                                "alive",
                                Jsonata.of("[$states.result.JobFlowId]")))
                        // RunJobFlow has no client token: only what was certainly not carried out is repeated.
                        .retry(READ_RETRIES, THROTTLED)
                        .onError("Strays", trouble("Cannot start the cluster: "))
                        .next("Pause"));
    }

    private void watch() {
        states.put("Pause", State.pause(POLL_SECONDS).next("Steps"));
        states.put(
                "Steps",
                State.task(EMR + "listSteps", Members.of("ClusterId", Jsonata.of("$clusterId")))
                        .assign(Members.of("steps", Jsonata.of("[$states.result.Steps.Status.State]")))
                        .retry(READ_RETRIES, ALL)
                        .onError("Strays", trouble("Cannot list the steps: "))
                        .next("Decide"));
        states.put(
                "Decide",
                State.choice()
                        .with(
                                "Choices",
                                List.of(
                                        State.rule(
                                                "$count($steps[$ in [\"FAILED\", \"CANCELLED\", \"INTERRUPTED\"]]) > 0",
                                                "Strays"),
                                        State.rule(
                                                "$count($steps) > 0 and $count($steps[$ != \"COMPLETED\"]) = 0",
                                                "Strays"),
                                        State.rule(
                                                "$toMillis($states.context.State.EnteredTime) > $until",
                                                "Strays",
                                                "late",
                                                "true")))
                        .with("Default", "Cluster"));
        states.put(
                "Cluster",
                State.task(EMR + "describeCluster", Members.of("ClusterId", Jsonata.of("$clusterId")))
                        .assign(Members.of("cluster", Jsonata.of("$states.result.Cluster.Status.State")))
                        .retry(READ_RETRIES, ALL)
                        .onError("Strays", trouble("Cannot describe the cluster: "))
                        .next("Lives"));
        states.put(
                "Lives",
                State.choice()
                        .with(
                                "Choices",
                                List.of(State.rule(
                                        "$cluster in [\"TERMINATED\", \"TERMINATED_WITH_ERRORS\"]", "Strays")))
                        .with("Default", "Pause"));
    }

    /** Every cluster of this name is ended: an answer that was lost may have left one that nobody has the id of. */
    private void end() {
        states.put(
                "Strays",
                State.task(
                                EMR + "listClusters",
                                Members.of(
                                        "CreatedAfter",
                                        Jsonata.of("$fromMillis(" + BEGAN + " - " + CLOCK_SKEW_MILLIS + ")"),
                                        "ClusterStates",
                                        List.of("STARTING", "BOOTSTRAPPING", "RUNNING", "WAITING")))
                        .assign(Members.of("alive", Jsonata.of("[$states.result.Clusters[Name = " + name() + "].Id]")))
                        .retry(READ_RETRIES, ALL)
                        .onError("Found", trouble("Cannot list the clusters: "))
                        .next("Found"));
        states.put(
                "Found",
                State.choice()
                        .with("Choices", List.of(State.rule("$count($alive) > 0", "Terminate")))
                        .with("Default", "Settle"));
        states.put(
                "Terminate",
                State.task(EMR + "terminateJobFlows", Members.of("JobFlowIds", Jsonata.of("$alive")))
                        .assign(Members.of("clusterId", Jsonata.of("$clusterId = \"\" ? $alive[0] : $clusterId")))
                        .retry(READ_RETRIES, ALL)
                        .onError("Settle", trouble("Cannot terminate the cluster, saltern reap will: "))
                        .next("Settle"));
    }

    private void judge() {
        states.put("Settle", State.pause(SETTLE_SECONDS).next("Judge"));
        states.put(
                "Judge",
                State.task("arn:aws:states:::lambda:invoke", Members.of("FunctionName", JUDGE, "Payload", question()))
                        .assign(Members.of("verdict", Jsonata.of("$states.result.Payload")))
                        .retry(2, ALL)
                        .onError("Tell", Members.of("verdict", verdict(20, unjudged())))
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
                        .retry(2, ALL)
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

    /** Returns the cluster's name as an expression inside another. */
    private String name() {
        String text = Jsonata.text(request.name());
        return text.startsWith("{%") ? text.substring(3, text.length() - 3) : Json.line(text);
    }

    private String unjudged() {
        return "\"" + request.pipeline() + " \" & $day & \" ended, and could not be judged: \" & " + ERROR
                + " & \" \" & $trouble & \" Look at it with: saltern diagnose \" & $clusterId";
    }

    private Map<String, Object> verdict(int exitCode, String message) {
        return Members.of(
                "exitCode",
                exitCode,
                "subject",
                "Saltern: " + request.pipeline() + " failed",
                "message",
                Jsonata.of(message));
    }

    private static Map<String, Object> trouble(String what) {
        return Members.of("trouble", Jsonata.of("$trouble & " + Json.line(what) + " & " + ERROR + " & \". \""));
    }
}
