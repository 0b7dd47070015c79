/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import dev.saltern.conf.ExitCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a launch ended. A cluster's state is not asked: TERMINATED is what a failed step leaves too. Every step must be COMPLETED, and the
 * job itself must have written that it published.
 *
 * @param exitCode what the command exits with
 * @param message one sentence
 * @param relaunch whether another kind of machine may help: nothing has run, and the cluster itself gave up
 */
public record Verdict(ExitCode exitCode, String message, boolean relaunch) {
    private static final Set<String> GIVEN_UP = Set.of("INSTANCE_FLEET_TIMEOUT", "INTERNAL_ERROR", "INSTANCE_FAILURE");
    private static final String BOOTSTRAP = "BOOTSTRAP_FAILURE";
    private static final Set<String> NEVER_STARTED = Set.of("PENDING", "CANCELLED", "CANCEL_PENDING");

    /** What a step came to. */
    public record StepEnd(String id, String state, @Nullable String reason) {}

    /** Why a cluster ended. */
    public record ClusterEnd(String state, String code, String message) {}

    /** Judges a cluster that has ended, or whose steps have. */
    public static Verdict of(ClusterEnd cluster, List<StepEnd> steps, Optional<RunView> report) {
        boolean nothingRan = steps.stream().allMatch(step -> NEVER_STARTED.contains(step.state()));
        if (nothingRan) {
            return neverStarted(cluster);
        }
        Optional<StepEnd> bad =
                steps.stream().filter(step -> !step.state().equals("COMPLETED")).findFirst();
        if (bad.isEmpty()) {
            return report.map(Verdict::told)
                    .orElse(new Verdict(
                            ExitCode.STEP_FAILED,
                            "Cannot confirm the run: every step completed, but the job left no report in the lake",
                            false));
        }
        return stepFailed(cluster, bad.get(), report);
    }

    /** Judges a job run of EMR Serverless. */
    public static Verdict of(String state, String details, Optional<RunView> report) {
        return switch (state) {
            case "SUCCESS" ->
                report.map(Verdict::told)
                        .orElse(new Verdict(
                                ExitCode.STEP_FAILED,
                                "Cannot confirm the run: the job run succeeded, but the job left no report in the lake",
                                false));
            case "CANCELLED" -> new Verdict(ExitCode.INTERRUPTED, "Interrupted: the job run was cancelled", false);
            default -> failed(report, "job run " + state.toLowerCase(Locale.ROOT) + ": " + details);
        };
    }

    /** Returns whether the service said that it had no machines. */
    static boolean isWantOfCapacity(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        return text.contains("capacity") || text.contains("insufficient") || text.contains("not supported in");
    }

    private static Verdict neverStarted(ClusterEnd cluster) {
        String reason = cluster.code().isEmpty() ? cluster.state() : cluster.code() + ", " + cluster.message();
        if (cluster.code().equals("USER_REQUEST")) {
            return new Verdict(
                    ExitCode.INTERRUPTED, "Interrupted: someone terminated the cluster before the job began", false);
        }
        if (cluster.code().equals(BOOTSTRAP)) {
            return new Verdict(
                    ExitCode.BOOTSTRAP,
                    "Cannot start the cluster: a bootstrap action failed. " + cluster.message(),
                    true);
        }
        boolean again = GIVEN_UP.contains(cluster.code()) || isWantOfCapacity(cluster.message());
        return new Verdict(ExitCode.LAUNCH, "Cannot start the cluster: " + reason, again);
    }

    private static Verdict stepFailed(ClusterEnd cluster, StepEnd step, Optional<RunView> report) {
        boolean byHand = cluster.code().equals("USER_REQUEST")
                && Set.of("INTERRUPTED", "CANCELLED", "RUNNING", "CANCEL_PENDING")
                        .contains(step.state());
        if (byHand && report.isEmpty()) {
            return new Verdict(
                    ExitCode.INTERRUPTED, "Interrupted: someone terminated the cluster while the job ran", false);
        }
        String reason = step.reason() == null || step.reason().isBlank() ? "" : ": " + step.reason();
        return failed(report, "step " + step.id() + " " + step.state().toLowerCase(Locale.ROOT) + reason);
    }

    private static Verdict failed(Optional<RunView> report, String what) {
        if (report.isEmpty()) {
            return new Verdict(ExitCode.STEP_FAILED, "The run failed: " + what, false);
        }
        RunView view = report.get();
        if (view.exitCode() == ExitCode.DONE) {
            return new Verdict(
                    ExitCode.STEP_FAILED,
                    "The tables are live by run " + view.run() + ", yet " + what
                            + ". See what failed behind the publish",
                    false);
        }
        return told(view);
    }

    private static Verdict told(RunView report) {
        if (report.exitCode() == ExitCode.DONE) {
            String how = report.verdict().equals("UP_TO_DATE") ? "up to date" : "published";
            return new Verdict(ExitCode.DONE, how + " by run " + report.run(), false);
        }
        String why = report.failures().isEmpty() ? report.exitCode().meaning() : String.join("; ", report.failures());
        return new Verdict(report.exitCode(), "The run was not published: " + why, false);
    }
}
