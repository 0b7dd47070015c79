/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.Account;
import dev.saltern.conf.Environment;
import dev.saltern.conf.cluster.Cluster;
import dev.saltern.conf.cluster.EmrCluster;
import dev.saltern.conf.load.ClusterLoader;
import dev.saltern.submit.aws.Address;
import dev.saltern.submit.render.DayRequest;
import dev.saltern.submit.render.OpenWords;
import dev.saltern.submit.request.ClusterRequest;
import dev.saltern.submit.request.LaunchId;
import dev.saltern.submit.request.LaunchSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A launch of the pipeline sensor-daily as tests need it, on the cluster files that come with Saltern. */
public final class Launches {
    /** The day's launch. */
    public static final LaunchId ID = new LaunchId("0123abcd", "20260201T003000-00ff00");

    private Launches() {}

    /** Returns an environment with an account whose lake is there. */
    public static Environment environment(String lake) {
        return new Environment(
                "emr", lake, "saltern", Map.of(), Map.of("spark.sql.session.timeZone", "UTC"), account("/saltern/emr"));
    }

    /** Returns an environment whose clusters stream no logs. */
    public static Environment withoutLogGroup(String lake) {
        return new Environment("emr", lake, "saltern", Map.of(), Map.of(), account(null));
    }

    /** Returns an account with or without live logs. */
    public static Account account(@Nullable String logGroup) {
        return new Account(
                "us-east-1",
                "s3://bucket/code",
                "s3://bucket/logs",
                logGroup,
                List.of("subnet-a", "subnet-b"),
                Account.DEFAULT_SERVICE_ROLE,
                Account.DEFAULT_INSTANCE_PROFILE,
                "arn:aws:iam::111122223333:role/job",
                "00f1",
                null,
                "team",
                Map.of("cost-centre", "42"));
    }

    /** Returns what is launched. */
    public static LaunchSpec spec(Environment environment) {
        return spec(environment, ID);
    }

    /** Returns what another launch launches. */
    public static LaunchSpec spec(Environment environment, LaunchId id) {
        return new LaunchSpec(
                "sensor-daily",
                environment,
                Objects.requireNonNull(environment.aws()),
                "2026-01-31",
                List.of("--date", "2026-01-31"),
                id,
                new LaunchSpec.Code(
                        Address.parse("s3://bucket/code/jars/aa/saltern-job.jar"),
                        Address.parse("s3://bucket/code/pipelines/bb/sensor-daily.zip"),
                        List.of()),
                Instant.parse("2026-02-01T03:00:00Z"));
    }

    /** Returns a cluster file that comes with Saltern. */
    public static Cluster cluster(String name) {
        return ClusterLoader.load(Path.of("../conf/clusters", name + ".yaml"), environment("s3://bucket/curated"))
                .cluster();
    }

    /** Returns its cluster on EC2. */
    public static EmrCluster emr(String name) {
        return Objects.requireNonNull(cluster(name).emr());
    }

    /** Returns the requests of any day, attempt by attempt, on a cluster file that comes with Saltern. */
    public static DayRequest anyDay(String lake, String cluster) {
        LaunchSpec spec = OpenWords.open(spec(environment(lake)));
        EmrCluster emr = emr(cluster);
        List<ClusterRequest> attempts = IntStream.rangeClosed(0, emr.ladder().size())
                .mapToObj(attempt -> ClusterRequest.of(
                        spec, emr.attempt(attempt), ClusterRequest.subnets(spec.account(), emr, attempt), 0))
                .toList();
        return DayRequest.of("sensor-daily", attempts, Duration.ofHours(2), Duration.ofMinutes(150));
    }
}
