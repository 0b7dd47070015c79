/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import dev.saltern.conf.SalternException;
import dev.saltern.conf.cluster.EmrCluster;
import dev.saltern.conf.cluster.ServerlessJob;
import dev.saltern.submit.Launches;
import dev.saltern.submit.aws.Aws;
import dev.saltern.submit.aws.Pace;
import dev.saltern.submit.aws.Patience;
import dev.saltern.submit.cost.Prices;
import dev.saltern.submit.request.LaunchId;
import dev.saltern.submit.request.LaunchSpec;
import dev.saltern.submit.size.Sizing;
import dev.saltern.test.kit.emr.EmrTestServer;
import dev.saltern.test.kit.emr.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A launcher before the EMR test server, in virtual time, with a lake in a folder. */
final class LaunchBench implements AutoCloseable {
    static final Instant START = Instant.parse("2026-02-01T00:30:00Z");

    private final Path lake;
    private final VirtualClock clock = new VirtualClock(START);
    private final EmrTestServer server;
    final List<String> said = new ArrayList<>();
    final Stop stop = new Stop();
    Runnable whileAsleep = () -> {};
    Duration deadline = Duration.ofHours(4);

    @Nullable
    Double maxUsd;

    String cluster = "small";
    LaunchId id = Launches.ID;

    LaunchBench(Path lake) throws IOException {
        this.lake = lake;
        this.server = EmrTestServer.start(clock);
        // The client signs its requests; the server does not look.
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
    }

    EmrTestServer server() {
        return server;
    }

    /** What a launch came to: its verdict, or the failure that ended it. */
    record Result(int exitCode, String message, int clusters) {}

    Result launch() {
        List<String> started = new ArrayList<>();
        ClusterLaunch launch = new ClusterLaunch(work(), emr(), started::add);
        try {
            Outcome outcome = launch.run();
            return new Result(
                    outcome.verdict().exitCode().code(), outcome.verdict().message(), started.size());
        } catch (SalternException e) {
            return new Result(e.exitCode().code(), e.getMessage(), started.size());
        }
    }

    Outcome launchServerless() {
        return new ServerlessLaunch(work(), serverless(), id -> {}).run();
    }

    Result launchOnServerless() {
        try {
            Verdict verdict = launchServerless().verdict();
            return new Result(verdict.exitCode().code(), verdict.message(), 1);
        } catch (SalternException e) {
            return new Result(e.exitCode().code(), e.getMessage(), 1);
        }
    }

    EmrCluster emr() {
        return Launches.emr(cluster);
    }

    ServerlessJob serverless() {
        return Objects.requireNonNull(Launches.cluster("serverless").serverless());
    }

    Work work() {
        LaunchSpec spec = Launches.spec(Launches.withoutLogGroup(lake.toString()), id);
        Sizing sizing = Sizing.of(Launches.cluster(cluster), emr(), 0, List.of());
        return new Work(
                new Aws("us-east-1", Patience.ofLauncher(pace(), Duration.ofSeconds(1)), true, server.endpoint()),
                spec,
                sizing,
                new Limits(START.plus(deadline), maxUsd, Limits.POLL),
                Prices.load(null),
                pace(),
                pace(),
                stop,
                new Voice() {
                    @Override
                    public void say(String line) {
                        said.add(line);
                    }

                    @Override
                    public void progress(String line) {}
                });
    }

    Pace pace() {
        return new Pace() {
            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public void sleep(Duration duration) {
                clock.sleep(duration);
                whileAsleep.run();
            }
        };
    }

    /** Writes the report that a job leaves. */
    Runnable reports(String verdict, int exitCode, String failure) {
        return () -> {
            try {
                Path folder = lake.resolve("_reports/sensor-daily");
                Files.createDirectories(folder);
                Path file = folder.resolve(clock.instant().toString().replace(":", "") + "-run-1.json");
                Files.writeString(file, """
                        {"run": "run-1", "pipeline": "sensor-daily", "scope": "2026-01-31", "verdict": "%s", "exitCode": %d,
                         "started": "%s", "seconds": 62.5, "failures": [%s], "setting": {"launch": "%s"}}
                        """.formatted(verdict, exitCode, clock.instant(), failure, Launches.ID.text()));
                Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(clock.instant()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Override
    public void close() {
        server.close();
    }
}
