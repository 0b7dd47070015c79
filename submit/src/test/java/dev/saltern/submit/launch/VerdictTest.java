/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.conf.ExitCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    private static Verdict.ClusterEnd cluster(String state, String code, String message) {
        return new Verdict.ClusterEnd(state, code, message);
    }

    private static List<Verdict.StepEnd> step(String state) {
        return List.of(new Verdict.StepEnd("s-1", state, null));
    }

    private static Optional<RunView> report(String verdict, ExitCode code, String... failures) {
        return Optional.of(new RunView("run-1", "l", "d", verdict, code, "t", 60, List.of(failures), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // A failed step can leave each of these.
                "TERMINATED | | ''",
                "TERMINATED | ALL_STEPS_COMPLETED | Steps completed with errors",
                "TERMINATED | ALL_STEPS_COMPLETED | Steps completed",
                "TERMINATED_WITH_ERRORS | STEP_FAILURE | Shut down as step failed",
                "TERMINATED_WITH_ERRORS | INTERNAL_ERROR | Internal error"
            })
    void theStateOfTheClusterIsNotAsked(String state, String code, String message) {
        Verdict.ClusterEnd end = cluster(state, code == null ? "" : code, message);
        assertThat(Verdict.of(end, step("FAILED"), Optional.empty()))
                .isEqualTo(new Verdict(ExitCode.STEP_FAILED, "The run failed: step s-1 failed", false));
        Optional<RunView> gate = report("REFUSED", ExitCode.QUALITY_GATE, "readings: too many rows");
        assertThat(Verdict.of(end, step("FAILED"), gate).exitCode()).isEqualTo(ExitCode.QUALITY_GATE);
        assertThat(Verdict.of(end, step("FAILED"), gate).message()).contains("readings: too many rows");
    }

    @Test
    void doneNeedsEveryStepAndTheJobsOwnWord() {
        Verdict.ClusterEnd end = cluster("TERMINATED", "ALL_STEPS_COMPLETED", "Steps completed");
        assertThat(Verdict.of(end, step("COMPLETED"), report("PUBLISHED", ExitCode.DONE)))
                .isEqualTo(new Verdict(ExitCode.DONE, "published by run run-1", false));
        assertThat(Verdict.of(end, step("COMPLETED"), report("UP_TO_DATE", ExitCode.DONE))
                        .message())
                .isEqualTo("up to date by run run-1");
        assertThat(Verdict.of(end, step("COMPLETED"), Optional.empty()).exitCode())
                .isEqualTo(ExitCode.STEP_FAILED);
        assertThat(Verdict.of(end, step("COMPLETED"), report("REFUSED", ExitCode.CONFLICT))
                        .exitCode())
                .isEqualTo(ExitCode.CONFLICT);
        List<Verdict.StepEnd> two = List.of(step("COMPLETED").get(0), new Verdict.StepEnd("s-2", "FAILED", "why"));
        assertThat(Verdict.of(end, two, report("PUBLISHED", ExitCode.DONE)).message())
                .isEqualTo("The tables are live by run run-1, yet step s-2 failed: why. See what failed behind the"
                        + " publish");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSTANCE_FLEET_TIMEOUT | no spot | LAUNCH | true",
                "INTERNAL_ERROR | Failed to start the job flow due to an internal error | LAUNCH | true",
                "VALIDATION_ERROR | The requested number of spot instances exceeds your limit | LAUNCH | false",
                "VALIDATION_ERROR | EC2 has insufficient capacity for the request | LAUNCH | true",
                "VALIDATION_ERROR | The subnet configuration was invalid | LAUNCH | false",
                "BOOTSTRAP_FAILURE | On the master instance, bootstrap action 1 returned a non-zero return code |"
                        + " BOOTSTRAP | true",
                "USER_REQUEST | Terminated by user request | INTERRUPTED | false"
            })
    void anotherKindOfMachineIsTriedOnlyWhileNothingRan(String code, String message, ExitCode exit, boolean again) {
        Verdict.ClusterEnd end = cluster("TERMINATED_WITH_ERRORS", code, message);
        for (String state : List.of("PENDING", "CANCELLED")) {
            Verdict verdict = Verdict.of(end, step(state), Optional.empty());
            assertThat(verdict.exitCode()).isEqualTo(exit);
            assertThat(verdict.relaunch()).isEqualTo(again);
        }
        for (String state : List.of("RUNNING", "FAILED", "INTERRUPTED", "COMPLETED")) {
            assertThat(Verdict.of(end, step(state), Optional.empty()).relaunch())
                    .isFalse();
        }
    }

    @Test
    void aClusterEndedByHandIsAnInterruption() {
        Verdict.ClusterEnd end = cluster("TERMINATED", "USER_REQUEST", "Terminated by user request");
        assertThat(Verdict.of(end, step("INTERRUPTED"), Optional.empty()).exitCode())
                .isEqualTo(ExitCode.INTERRUPTED);
        assertThat(Verdict.of(end, step("FAILED"), Optional.empty()).exitCode()).isEqualTo(ExitCode.STEP_FAILED);
    }

    @Test
    void jobRunsAreJudgedTheSameWay() {
        assertThat(Verdict.of("SUCCESS", "", report("PUBLISHED", ExitCode.DONE)).exitCode())
                .isEqualTo(ExitCode.DONE);
        assertThat(Verdict.of("SUCCESS", "", Optional.empty()).exitCode()).isEqualTo(ExitCode.STEP_FAILED);
        assertThat(Verdict.of("FAILED", "no", report("REFUSED", ExitCode.QUALITY_GATE))
                        .exitCode())
                .isEqualTo(ExitCode.QUALITY_GATE);
        assertThat(Verdict.of("CANCELLED", "", Optional.empty()).exitCode()).isEqualTo(ExitCode.INTERRUPTED);
    }
}
