/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.reap;

import dev.saltern.conf.cluster.TimeSpan;
import dev.saltern.submit.aws.Emr;
import dev.saltern.submit.aws.Serverless;
import dev.saltern.submit.request.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.emr.model.Cluster;
import software.amazon.awssdk.services.emr.model.ClusterSummary;
import software.amazon.awssdk.services.emr.model.Tag;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.emrserverless.model.JobRunSummary;

/**
 * Looks for what Saltern started and should be over: by its tags alone, so that a cluster of someone else's is never touched. An orphan is
 * what has outlived the time in its tags, or is older than one names.
 */
public final class Reaper {
    private static final String NAME = "saltern ";

    private final Instant now;
    private final @Nullable Duration olderThan;

    /**
     * Looks at a time.
     *
     * @param olderThan the age from which on everything is an orphan, or null to go by the tags
     */
    public Reaper(Instant now, @Nullable Duration olderThan) {
        this.now = now;
        this.olderThan = olderThan;
    }

    /** Returns the clusters that are orphans, the oldest first; reads every page, and the tags of each cluster that has Saltern's name. */
    public List<Orphan> clusters(Emr emr) {
        List<Orphan> orphans = new ArrayList<>();
        for (ClusterSummary summary : emr.alive(NAME)) {
            Cluster cluster = emr.describe(summary.id());
            Map<String, String> tags = new HashMap<>();
            for (Tag tag : cluster.tags()) {
                tags.put(tag.key(), tag.value());
            }
            Instant created = cluster.status().timeline().creationDateTime();
            reason(tags, created)
                    .ifPresent(reason -> orphans.add(new Orphan(
                            cluster.id(),
                            cluster.name(),
                            cluster.status().stateAsString(),
                            created,
                            tags.getOrDefault(Tags.OWNER, "unknown"),
                            reason)));
        }
        return orphans;
    }

    /** Returns the job runs of an application that are orphans. */
    public List<Orphan> jobRuns(Serverless serverless, String application) {
        List<Orphan> orphans = new ArrayList<>();
        for (JobRunSummary summary : serverless.alive(application)) {
            JobRun run = serverless.describe(application, summary.id());
            reason(run.tags(), run.createdAt())
                    .ifPresent(reason -> orphans.add(new Orphan(
                            application + "/" + run.jobRunId(),
                            String.valueOf(run.name()),
                            run.stateAsString(),
                            run.createdAt(),
                            run.tags().getOrDefault(Tags.OWNER, "unknown"),
                            reason)));
        }
        return orphans;
    }

    private Optional<String> reason(Map<String, String> tags, Instant created) {
        if (!tags.containsKey(Tags.LAUNCH)) {
            return Optional.empty();
        }
        Duration age = Duration.between(created, now);
        if (olderThan != null) {
            return age.compareTo(olderThan) > 0
                    ? Optional.of("older than " + TimeSpan.show(olderThan))
                    : Optional.empty();
        }
        String expires = tags.getOrDefault(Tags.EXPIRES, "");
        try {
            return end(expires, created).isBefore(now) ? Optional.of(told(expires)) : Optional.empty();
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.of("has no time to live");
        }
    }

    private static Instant end(String expires, Instant created) {
        return expires.startsWith(Tags.AFTER)
                ? created.plus(
                        TimeSpan.parse(expires.substring(Tags.AFTER.length())).duration())
                : Instant.parse(expires);
    }

    private static String told(String expires) {
        return "expired " + (expires.startsWith(Tags.AFTER) ? "" : "at ") + expires;
    }
}
