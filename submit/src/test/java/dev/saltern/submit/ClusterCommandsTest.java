/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saltern.test.kit.emr.EmrTestServer;
import dev.saltern.test.kit.emr.Life;
import dev.saltern.test.kit.emr.StepLife;
import dev.saltern.test.kit.emr.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands before the EMR test server; the lake, the code and the logs are folders. */
class ClusterCommandsTest {
    @TempDir
    private Path folder;

    private EmrTestServer server;
    private VirtualClock clock;
    private Path home;

    @BeforeEach
    void start() throws IOException {
        clock = new VirtualClock(Instant.now());
        server = EmrTestServer.start(clock);
        System.setProperty("aws.endpointUrl", server.endpoint().toString());
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        home = Files.createDirectories(folder.resolve("home/jobs/target"))
                .getParent()
                .getParent();
        Files.writeString(home.resolve("jobs/target/saltern-job.jar"), "a jar");
        Files.createSymbolicLink(home.resolve("conf"), Path.of("../conf").toAbsolutePath());
        Files.writeString(folder.resolve("emr.yaml"), """
                environment: emr
                lake: %1$s/lake
                variables: {raw: "%1$s/raw"}
                aws:
                  region: us-east-1
                  code: %1$s/code
                  logs: %1$s/logs
                  application: 00f1
                  job-role: arn:aws:iam::111122223333:role/job
                """.formatted(folder));
    }

    @AfterEach
    void stop() {
        System.clearProperty("aws.endpointUrl");
        server.close();
    }

    private Cli run(String... words) {
        return run(Clock.systemUTC(), words);
    }

    private Cli run(Clock time, String... words) {
        Surroundings surroundings = new Surroundings(folder, home, "saltern", time, Cli.class.getClassLoader());
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--env", folder.resolve("emr.yaml").toString()));
        return Cli.run(surroundings, all.toArray(String[]::new));
    }

    private Cli launch(String... more) {
        return run(Stream.concat(
                        Stream.of("launch", "sensor-daily", "--date", "2026-01-31", "--poll", "40ms"), Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void aDryRunCallsNothing() {
        Cli cli = launch("--dry-run");
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains("estimate  8m (7m to start, 1m of work), $", "\"AutoTerminationPolicy\"", "saltern-job.jar");
        assertThat(server.calls()).isEmpty();
        assertThat(folder.resolve("code")).doesNotExist();
        assertThat(launch("--dry-run", "--json").out()).startsWith("{").contains("\"request\" : {", "\"plan\" : [");
        assertThat(launch("--dry-run", "--on", "serverless", "--cluster", "serverless")
                        .out())
                .contains("\"clientToken\"", "--conf spark.archives=");
    }

    @Test
    void aPlanEstimatesFromPastRunsOfTheLake() throws IOException {
        for (int day = 10; day < 14; day++) {
            report("2026-01-" + day, (day * 100L) << 20, 4, 30 + 100 * day * 100 / 1024.0 / 4);
        }
        Files.createDirectories(folder.resolve("raw/readings/dt=2026-01-31"));
        Files.write(folder.resolve("raw/readings/dt=2026-01-31/a.json"), new byte[3 << 20]);
        Cli cli = run("plan", "sensor-daily", "--date", "2026-01-31", "--cluster", "small");
        assertThat(cli.out())
                .startsWith("job plan|sensor-daily|")
                .contains(
                        "  on small\n    input     3.0 MB\n",
                        "model     30 s + 100 s for a GiB and processor, from 4 past runs, off by 0% on those");
        assertThat(launch("--dry-run", "--input-size", "400GB").out()).contains("cores     40, of them 32 of tasks");
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void aPlanWithADeadlineNamesTheCheapestFleet() throws IOException {
        String[] words = {"plan", "sensor-daily", "--date", "2026-01-31", "--deadline", "1h"};
        assertThat(run(words).out()).contains("no run has recorded what its stages took");
        Path reports = Files.createDirectories(folder.resolve("lake/_reports/sensor-daily"));
        Files.writeString(reports.resolve("2026-01-30T000000Z-run.json"), """
                {"run": "r7", "verdict": "PUBLISHED", "exitCode": 0, "started": "2026-01-30T00:00:00Z", "seconds": 330.0,
                 "setting": {"inputBytes": 1000, "cores": 2, "stages": [
                   {"stage": 0, "name": "staging", "start": 5.0, "seconds": 320.0, "waitsFor": [], "taskMillis": "64x10000"}]}}
                """);
        assertThat(run(words).out())
                .contains("replay of r7: 330.0 s on 2 slots, replayed +0%")
                .contains("   1,024      20.0 s     16.50      10.6 s        10.0 s  10.0 s stage 0 (staging)")
                .contains(
                        "cheapest within 1h: small, 8 processors of core nodes, 0 of task nodes: 8m 30s (7m to start), $")
                .contains("prices of ");
        assertThat(run("plan", "sensor-daily", "--date", "2026-01-31", "--deadline", "7m")
                        .out())
                .contains("with tasks as they were cut no fleet is done within 7m; the fastest is ");
        assertThat(server.calls()).isEmpty();
    }

    private void report(String day, long bytes, int cores, double seconds) throws IOException {
        Path file = folder.resolve("lake/_reports/sensor-daily/" + day + "T000000Z-run.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                {"run": "r", "scope": "%s", "verdict": "PUBLISHED", "exitCode": 0, "started": "%sT00:00:00Z", "seconds": %s,
                 "setting": {"inputBytes": %d, "cores": %d}}
                """.formatted(day, day, seconds, bytes, cores));
    }

    @Test
    void aBudgetBelowTheEstimateIsRefusedBeforeAnyCall() {
        Cli cli = launch("--max-usd", "0.01");
        assertThat(cli.exitCode()).isEqualTo(30);
        assertThat(cli.err()).contains("Cannot launch within $0.01: the estimate is $");
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void aLaunchUploadsOnceKeepsARecordAndGivesItsLeaseBack() throws IOException {
        liveThrough(Life.GOOD.step(StepLife.fails(Duration.ofMinutes(1)).because("", "no such class", "")));
        Cli cli = launch();
        assertThat(cli.exitCode()).as(cli.err()).isEqualTo(20);
        assertThat(cli.out()).contains("The run failed: step s-", "No logs yet", " machine minutes, estimated $");
        assertThat(cli.err()).contains("Uploaded 2 of 2 files", "Started j-");
        assertThat(server.leaked()).isEmpty();
        try (Stream<Path> left = Files.walk(folder.resolve("lake/_launches"))) {
            List<Path> files = left.filter(Files::isRegularFile).sorted().toList();
            assertThat(files).hasSize(2);
            assertThat(files.get(0)).asString().endsWith(".estimate.json");
            assertThat(Files.readString(files.get(0))).contains("\"usdLow\"", "\"usdHigh\"");
            assertThat(Files.readString(files.get(1))).contains("\"exitCode\" : 20", "\"usd\"", "\"m7g.xlarge\"");
        }
        assertThat(launch().err()).contains("Uploaded 0 of 2 files");
    }

    @Test
    void whatIsLeftRunningIsReapedByItsTags() {
        liveThrough(Life.GOOD.step(StepLife.completes(Duration.ofHours(9))));
        assertThat(launch("--deadline", "900ms").exitCode()).isEqualTo(30);
        assertThat(server.leaked()).isEmpty();

        liveThrough(Life.GOOD.step(StepLife.completes(Duration.ofDays(300))));
        Thread launcher = new Thread(() -> launch("--deadline", "10m"));
        launcher.start();
        await(() -> server.running().size() == 1);
        String id = server.running().get(0);
        Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(30)), ZoneOffset.UTC);
        assertThat(run("reap").out()).isEqualTo("Nothing was left running\n");
        assertThat(run(later, "reap").out()).contains(id, "expired at", "With --yes they are ended");
        assertThat(server.leaked()).containsExactly(id);
        assertThat(run(later, "reap", "--older-than", "2h", "--yes").out()).contains("Asked 1 to end");
        assertThat(server.leaked()).isEmpty();
        join(launcher);
    }

    @Test
    void onlyWhatSalternLaunchedIsStopped() {
        liveThrough(Life.GOOD.step(StepLife.completes(Duration.ofDays(300))));
        Thread launcher = new Thread(() -> launch());
        launcher.start();
        await(() -> server.running().size() == 1);
        String id = server.running().get(0);
        assertThat(run("cost", id).out()).contains("by prices of 2025-10-01");
        assertThat(launch().exitCode()).isEqualTo(50);
        assertThat(run("stop", id).out()).isEqualTo("Asked " + id + " to end\n");
        join(launcher);
        Cli watched = run("watch", id, "--poll", "20ms");
        assertThat(watched.exitCode()).isEqualTo(40);
        assertThat(watched.out()).contains("sensor-daily 2026-01-31: Interrupted: someone terminated the cluster");
        assertThat(run("watch", "j-nothing").exitCode()).isEqualTo(10);
    }

    @Test
    void aLogOnDiskIsDiagnosed() throws IOException {
        Files.writeString(folder.resolve("stderr"), "INFO\njava.io.IOException: No space left on device\n");
        Cli cli = run("diagnose", "stderr");
        assertThat(cli.out())
                .startsWith("Cause: The local disk of a machine is full")
                .contains("stderr:2\n", "  advice: Raise emr.disk-gib");
        assertThat(run("diagnose", "stderr", "--json").out()).contains("\"rule\" : \"disk-full\"");
        assertThat(run("diagnose", "nonsense").exitCode()).isEqualTo(2);
    }

    @Test
    void anEnvironmentWithoutAnAccountIsTold() {
        Surroundings surroundings =
                new Surroundings(folder, home, "saltern", Clock.systemUTC(), Cli.class.getClassLoader());
        Cli cli = Cli.run(surroundings, "launch", "sensor-daily", "--date", "2026-01-31");
        assertThat(cli.exitCode()).isEqualTo(3);
        assertThat(cli.err()).contains("Missing required aws in environment local");
    }

    /** Lets an hour of the cluster pass in a second of the launcher. */
    private void liveThrough(Life life) {
        server.next(life);
        Thread time = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                clock.sleep(Duration.ofSeconds(30));
                try {
                    Thread.sleep(8);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        time.setDaemon(true);
        time.start();
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        for (int i = 0; i < 1000 && !condition.getAsBoolean(); i++) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
