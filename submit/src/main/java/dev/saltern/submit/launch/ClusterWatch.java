/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.submit.aws.Emr;
import dev.saltern.submit.cost.ActualCost;
import dev.saltern.submit.cost.CostBand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.emr.model.Cluster;
import software.amazon.awssdk.services.emr.model.ClusterStateChangeReason;
import software.amazon.awssdk.services.emr.model.FailureDetails;
import software.amazon.awssdk.services.emr.model.StepSummary;

/** Looks at a cluster until it has ended. Use once. */
public final class ClusterWatch {
    private static final Set<String> ENDED = Set.of("TERMINATED", "TERMINATED_WITH_ERRORS");
    private static final Set<String> STEP_ENDED = Set.of("COMPLETED", "FAILED", "CANCELLED", "INTERRUPTED");

    /** Listing machines is a request of its own: every fourth look is enough for a budget. */
    private static final int LOOKS_PER_COST = 4;

    private final Work work;
    private final Emr emr;
    private final String id;
    private final int diskGib;
    private final boolean own;
    private final Instant began;
    private final Tail tail;
    private final JobProgress job;
    private final PollSchedule schedule;
    private OptionalDouble usd = OptionalDouble.empty();
    private String shown = "";
    private @Nullable Instant stepsOver;

    /**
     * Prepares to look.
     *
     * @param own whether this process launched it, and so sees to its end
     * @param began when the launch began
     */
    public ClusterWatch(Work work, String id, int diskGib, boolean own, Instant began) {
        this.work = work;
        this.own = own;
        this.emr = work.aws().emr();
        this.id = id;
        this.diskGib = diskGib;
        this.began = began;
        this.tail = Tail.of(work, began);
        this.job = new JobProgress(
                work.aws().objects(),
                work.spec().environment().lake(),
                work.spec().id().text());
        this.schedule = new PollSchedule(work.limits().poll(), ThreadLocalRandom.current());
    }

    /** What was seen last. */
    public record Seen(Verdict.ClusterEnd cluster, List<Verdict.StepEnd> steps) {
        public Seen {
            steps = List.copyOf(steps);
        }

        boolean stepsOver() {
            return !steps.isEmpty() && steps.stream().allMatch(step -> STEP_ENDED.contains(step.state()));
        }
    }

    /**
     * Returns how the cluster and its steps ended; of a cluster that is about to end, if the process was asked to.
     *
     * @throws SalternException if the process was asked to end, or the deadline or the budget was reached
     */
    public Seen untilEnd() {
        for (int look = 0; ; look++) {
            Seen seen = look(emr, id);
            tell(seen);
            tail.tell();
            if (ENDED.contains(seen.cluster().state()) || isDone(seen)) {
                return seen;
            }
            requireGoOn(look);
            endWhenDone(seen);
            work.pace().sleep(schedule.after(shown));
        }
    }

    /** Who is asked to end need not see the cluster off: it goes by itself, and what became of the work is known. */
    private boolean isDone(Seen seen) {
        return own
                && work.stop().isRequested()
                && seen.stepsOver()
                && seen.cluster().state().equals("TERMINATING");
    }

    /** Looks once. */
    public static Seen look(Emr emr, String id) {
        Cluster cluster = emr.describe(id);
        List<StepSummary> steps = emr.steps(id);
        ClusterStateChangeReason reason = cluster.status().stateChangeReason();
        return new Seen(
                new Verdict.ClusterEnd(
                        cluster.status().stateAsString(),
                        reason == null || reason.codeAsString() == null ? "" : reason.codeAsString(),
                        reason == null || reason.message() == null ? "" : reason.message()),
                steps.stream().map(ClusterWatch::end).toList());
    }

    private static Verdict.StepEnd end(StepSummary step) {
        FailureDetails details = step.status().failureDetails();
        String why = details == null ? null : details.message() == null ? details.reason() : details.message();
        return new Verdict.StepEnd(step.id(), step.status().stateAsString(), why);
    }

    private void tell(Seen seen) {
        List<String> states = new ArrayList<>(List.of(id + " " + seen.cluster().state()));
        seen.steps().forEach(step -> states.add("step " + step.state()));
        String now = String.join("  ", states);
        boolean running = seen.steps().stream().anyMatch(step -> step.state().equals("RUNNING"));
        if (!now.equals(shown)) {
            work.voice().say(now.toLowerCase(Locale.ROOT).replace(id.toLowerCase(Locale.ROOT), id));
            shown = now;
        }
        work.voice()
                .progress(new ProgressLine(
                                work.pace().since(began),
                                work.sizing().total(),
                                states.subList(1, states.size()),
                                usd,
                                running ? job.line() : "")
                        .toString());
    }

    private void requireGoOn(int look) {
        if (!own) {
            return;
        }
        if (work.stop().isRequested()) {
            throw new SalternException(ExitCode.INTERRUPTED, "Interrupted: cluster " + id + " is terminated");
        }
        if (work.pace().now().isAfter(work.limits().deadline())) {
            throw new SalternException(
                    ExitCode.DEADLINE,
                    "The deadline of " + work.limits().deadline() + " was reached: cluster " + id + " is terminated");
        }
        if (look % LOOKS_PER_COST == LOOKS_PER_COST - 1 && work.prices() != null) {
            double cost = ActualCost.of(
                            emr.instances(id),
                            diskGib,
                            work.prices(),
                            work.pace().now())
                    .usd();
            usd = OptionalDouble.of(cost);
            Double most = work.limits().maxUsd();
            if (most != null && cost > most) {
                throw new SalternException(
                        ExitCode.DEADLINE,
                        "The budget of " + CostBand.dollars(most) + " was reached: cluster " + id + " is terminated");
            }
        }
    }

    /** A transient cluster ends by itself behind its steps; one that does not is helped. */
    private void endWhenDone(Seen seen) {
        if (!own || !seen.stepsOver() || seen.cluster().state().equals("TERMINATING")) {
            return;
        }
        Instant now = work.pace().now();
        if (stepsOver == null) {
            stepsOver = now;
        } else if (work.pace().since(stepsOver).compareTo(work.limits().endGrace()) > 0) {
            work.voice().say("The steps are over and cluster " + id + " is still there: terminating it");
            emr.terminate(List.of(id));
            stepsOver = now;
        }
    }
}
