/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.submit.aws.Backoff;
import dev.saltern.submit.aws.Emr;
import dev.saltern.submit.aws.Failures;
import dev.saltern.submit.aws.Patience;
import dev.saltern.submit.request.ClusterRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.emr.model.ClusterSummary;

/**
 * Starts exactly one cluster. RunJobFlow has no client token: when its answer is lost, the cluster is looked for by its name, which no
 * other launch has; and whatever appears twice is ended but for the oldest.
 */
final class ClusterStart {
    private static final int LOOKS = 3;
    private static final int MAX_UNKNOWN = 3;

    private final Work work;
    private final Emr emr;

    ClusterStart(Work work) {
        this.work = work;
        this.emr = work.aws().emr();
    }

    /**
     * Returns the id of the cluster.
     *
     * @throws SalternException with {@link ExitCode#LAUNCH} if EMR refuses, {@link ExitCode#LOCK_HELD} if another launch was first
     */
    String start(ClusterRequest request) {
        requireFirst();
        Backoff backoff = new Backoff(work.limits().poll(), work.limits().poll().multipliedBy(6));
        int unknown = 0;
        for (int attempt = 0; ; attempt++) {
            requireTime();
            try {
                return settle(emr.run(request.emr(), request.more()));
            } catch (SdkException e) {
                if (Failures.isUnknownOutcome(e)) {
                    work.voice()
                            .say("The answer of EMR was lost (" + Failures.reason(e) + "): looking for the cluster");
                    Optional<String> started = look();
                    if (started.isPresent()) {
                        return settle(started.get());
                    }
                    unknown++;
                }
                if ((!Failures.isUnknownOutcome(e) && !Failures.isThrottling(e)) || unknown > MAX_UNKNOWN) {
                    throw Patience.refused("start a cluster", e);
                }
                work.pace().sleep(backoff.wait(attempt, ThreadLocalRandom.current()));
            }
        }
    }

    /**
     * Ends all but the oldest cluster of this pipeline, scope and key; returns the id of the one that is kept. Where EMR will not list
     * clusters the new one is kept: it is watched, and the launch looks again at its end.
     */
    String settle(String id) {
        List<ClusterSummary> same;
        try {
            same = emr.alive(work.spec().namePrefix());
        } catch (SalternException e) {
            work.voice().say("Cannot look for duplicates now: " + e.getMessage());
            return id;
        }
        if (same.size() < 2) {
            return id;
        }
        ClusterSummary kept = same.get(0);
        List<String> mine = same.stream()
                .skip(1)
                .filter(this::isOwn)
                .map(ClusterSummary::id)
                .toList();
        emr.terminate(mine);
        mine.forEach(extra -> work.voice().say("Ended " + extra + ": a second cluster of the same launch"));
        if (!isOwn(kept)) {
            throw taken(kept);
        }
        return kept.id();
    }

    /** Looks before it asks: what another launcher started may have outlived its lease. */
    private void requireFirst() {
        for (ClusterSummary other : emr.alive(work.spec().namePrefix())) {
            if (!isOwn(other)) {
                throw taken(other);
            }
        }
    }

    private boolean isOwn(ClusterSummary cluster) {
        return cluster.name().equals(work.spec().name());
    }

    private static SalternException taken(ClusterSummary other) {
        return new SalternException(
                ExitCode.LOCK_HELD,
                "Cannot launch: " + other.id() + " does the same work and was first. Watch it: saltern watch "
                        + other.id());
    }

    /** Looks a few times: a new cluster takes seconds to be listed. */
    private Optional<String> look() {
        for (int i = 0; i < LOOKS; i++) {
            work.ending().sleep(work.limits().poll().dividedBy(4));
            List<ClusterSummary> found = emr.alive(work.spec().name());
            if (!found.isEmpty()) {
                return Optional.of(found.get(0).id());
            }
        }
        return Optional.empty();
    }

    private void requireTime() {
        if (work.stop().isRequested()) {
            throw new SalternException(ExitCode.INTERRUPTED, "Interrupted before a cluster was started");
        }
        if (work.pace().now().isAfter(work.limits().deadline())) {
            throw new SalternException(
                    ExitCode.DEADLINE, "The deadline of " + work.limits().deadline() + " came before a cluster did");
        }
    }
}
