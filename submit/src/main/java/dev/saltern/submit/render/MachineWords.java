/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.render;

import java.util.Map;

/** What several states of the machine say in the same words. */
final class MachineWords {
    static final String EMR = "arn:aws:states:::aws-sdk:emr:";
    static final String ALL = "States.ALL";
    static final int READ_RETRIES = 8;

    /** When the execution began, in milliseconds. */
    static final String BEGAN = "$toMillis($states.context.Execution.StartTime)";

    /** What went wrong, in a Catch. */
    static final String ERROR = "$states.errorOutput.Error & \": \" & $states.errorOutput.Cause";

    /** The moment at which a state was entered, in milliseconds: a clock that a test can move. */
    static final String NOW = "$toMillis($states.context.State.EnteredTime)";

    private MachineWords() {}

    /** Returns the name of the state that starts the cluster of an attempt. */
    static String launch(int zeroBasedAttempt) {
        return zeroBasedAttempt == 0 ? "Launch" : "Launch " + (zeroBasedAttempt + 1);
    }

    /** Adds what went wrong to what went wrong before. */
    static Map<String, Object> trouble(String what) {
        return Members.of("trouble", Jsonata.of("$trouble & " + Json.line(what) + " & " + ERROR + " & \". \""));
    }

    /** Returns a verdict that the machine finds by itself. */
    static Map<String, Object> verdict(DayRequest request, int exitCode, String message) {
        return Members.of(
                "exitCode",
                exitCode,
                "subject",
                "Saltern: " + request.pipeline() + " failed",
                "message",
                Jsonata.of(message));
    }
}
