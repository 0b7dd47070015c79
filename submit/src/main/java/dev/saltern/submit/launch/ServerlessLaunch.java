/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.cluster.ServerlessJob;
import dev.saltern.conf.schema.KebabCase;
import dev.saltern.submit.aws.Serverless;
import dev.saltern.submit.cost.ActualCost;
import dev.saltern.submit.cost.CostBand;
import dev.saltern.submit.cost.HourlyCost;
import dev.saltern.submit.request.RunOnServerless;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest;

/** One launch on EMR Serverless: the same run, the same verdict; a start may be repeated, for it carries a client token. Use once. */
public final class ServerlessLaunch {
    private static final double SECONDS_OF_HOUR = 3600;

    private final Work work;
    private final ServerlessJob job;
    private final Serverless service;
    private final Consumer<String> started;
    private final String application;

    /**
     * Prepares a launch.
     *
     * @param started hears of the job run as soon as it has an id
     */
    public ServerlessLaunch(Work work, ServerlessJob job, Consumer<String> started) {
        this.work = work;
        this.job = job;
        this.service = work.aws().serverless();
        this.started = started;
        this.application = Objects.requireNonNullElse(work.spec().account().application(), "");
    }

    /** Returns the request. */
    public static StartJobRunRequest request(Work work, ServerlessJob job, Instant now) {
        Duration left = Duration.between(now, work.limits().deadline());
        return RunOnServerless.of(work.spec(), job, left, work.sizing().shufflePartitions());
    }

    /**
     * Launches, watches and judges.
     *
     * @throws SalternException if nothing could be started, or the launch was ended before the job was; the job run is cancelled then
     */
    public Outcome run() {
        Instant began = work.pace().now();
        String id = service.start(request(work, job, began));
        started.accept(application + "/" + id);
        work.voice().say("Started job run " + id + " of application " + application);
        boolean ended = false;
        try {
            JobRun run = new ServerlessWatch(work, application, id, began).untilEnd(() -> requireGoOn(id, cost(began)));
            ended = true;
            return outcome(id, run, began);
        } finally {
            if (!ended) {
                service.cancel(application, id);
                work.voice().say("Cancelled job run " + id);
            }
        }
    }

    /** The bill comes when the run is over; until then it is at most all workers since the start. */
    private OptionalDouble cost(Instant began) {
        if (work.prices() == null) {
            return OptionalDouble.empty();
        }
        int executors = Math.max(1, work.sizing().taskCores() / job.executorCores());
        double hour = new HourlyCost(work.prices()).of(job, executors).high();
        return OptionalDouble.of(hour * work.pace().since(began).toSeconds() / SECONDS_OF_HOUR);
    }

    private void requireGoOn(String id, OptionalDouble usd) {
        if (work.stop().isRequested()) {
            throw new SalternException(ExitCode.INTERRUPTED, "Interrupted: job run " + id + " is cancelled");
        }
        if (work.pace().now().isAfter(work.limits().deadline())) {
            throw new SalternException(
                    ExitCode.DEADLINE,
                    "The deadline of " + work.limits().deadline() + " was reached: job run " + id + " is cancelled");
        }
        Double most = work.limits().maxUsd();
        if (most != null && usd.orElse(0) > most) {
            throw new SalternException(
                    ExitCode.DEADLINE,
                    "The budget of " + CostBand.dollars(most) + " was reached: job run " + id + " is cancelled");
        }
    }

    private Outcome outcome(String id, JobRun run, Instant began) {
        Optional<RunView> report = RunReports.of(work).find(work.spec(), began);
        Optional<ActualCost> cost = work.prices() == null
                ? Optional.empty()
                : Optional.of(ActualCost.of(
                        run.billedResourceUtilization(), KebabCase.of(job.architecture()), work.prices()));
        Verdict verdict =
                Verdict.of(run.stateAsString(), Objects.requireNonNullElse(run.stateDetails(), "no details"), report);
        return new Outcome(verdict, List.of(id), report, cost);
    }
}
