/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import dev.saltern.submit.launch.LaunchCase.Seen;
import dev.saltern.test.kit.emr.EmrTestServer;
import dev.saltern.test.kit.emr.Fault;
import dev.saltern.test.kit.emr.Life;
import dev.saltern.test.kit.emr.StepLife;
import dev.saltern.test.kit.emr.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Launches by real processes that get real signals. The test moves the clock of the EMR test server by hand, so a cluster stays in a state
 * until all launchers have seen it.
 */
final class RealLaunches implements AutoCloseable {
    private static final String POLL = "25ms";
    static final List<Integer> DAYS = List.of(29, 30, 31);

    private final Path folder;
    final VirtualClock clock = new VirtualClock(Instant.now());
    final EmrTestServer server;
    private final List<LauncherProcess> processes = new ArrayList<>();

    RealLaunches(Path folder) throws IOException {
        this.folder = folder;
        this.server = EmrTestServer.start(clock);
        Files.createDirectories(folder.resolve("jobs/target"));
        Files.writeString(folder.resolve("jobs/target/saltern-job.jar"), "a jar");
        Files.createSymbolicLink(folder.resolve("conf"), Path.of("../conf").toAbsolutePath());
        Files.writeString(folder.resolve("emr.yaml"), """
                environment: emr
                lake: %1$s/lake
                variables: {raw: "%1$s/raw"}
                aws: {region: us-east-1, code: "%1$s/code", logs: "%1$s/logs"}
                """.formatted(folder));
    }

    /** A launcher that is asked to end while EMR lets it start nothing. */
    static Seen signalBeforeTheStart(Path folder) {
        return play(folder, launches -> {
            launches.server.fault(new Fault(Fault.Kind.THROTTLED, "RunJobFlow", 1, Integer.MAX_VALUE, Duration.ZERO));
            LauncherProcess launcher = launches.launch(31);
            launcher.awaitTrue(() -> launches.server.calls().contains("RunJobFlow"), "RunJobFlow");
            launcher.signal("TERM");
            return List.of(launcher.await());
        });
    }

    /** Who asks twice will not wait: the cluster is left to the time in its tags. */
    static Seen twoSignals(Path folder) {
        return play(folder, launches -> {
            LauncherProcess launcher = launches.launch(31);
            launcher.awaitTold(SignalCases.State.STARTING.told());
            launches.server.fault(
                    new Fault(Fault.Kind.THROTTLED, "TerminateJobFlows", 1, Integer.MAX_VALUE, Duration.ofHours(1)));
            launcher.signal("INT");
            launcher.awaitTrue(() -> launches.server.calls().contains("TerminateJobFlows"), "TerminateJobFlows");
            launcher.signal("INT");
            int code = launcher.await();
            launches.clock.sleep(Duration.ofHours(1));
            launches.reap();
            return List.of(code);
        });
    }

    /** The lease of a launcher that was killed does not keep the next one out once its cluster is gone. */
    static Seen launchAfterKill(Path folder) {
        return play(folder, launches -> {
            LauncherProcess killed = launches.launch(31);
            killed.awaitTold(SignalCases.State.STARTING.told());
            killed.signal("KILL");
            int first = killed.await();
            launches.reap();
            launches.clock.sleep(LaunchCase.AFTERWARDS);
            launches.publishes();
            LauncherProcess again = launches.launch(31);
            launches.live(again);
            return List.of(first, again.await());
        });
    }

    /** Two launchers of the same day, started in the same moment. */
    static Seen twoAtOnce(Path folder) {
        return play(folder, launches -> {
            launches.publishes();
            LauncherProcess one = launches.launch(31);
            LauncherProcess other = launches.launch(31);
            launches.live(one);
            launches.live(other);
            return Stream.of(one.await(), other.await()).sorted().toList();
        });
    }

    private static Seen play(Path folder, java.util.function.Function<RealLaunches, List<Integer>> script) {
        try (RealLaunches launches = new RealLaunches(folder)) {
            List<Integer> codes = script.apply(launches);
            launches.clock.sleep(LaunchCase.AFTERWARDS);
            return new Seen(
                    "",
                    codes,
                    launches.server.started().size(),
                    launches.server.running().size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LauncherProcess launch(int dayOfJanuary) {
        return start("launch", "sensor-daily", "--date", "2026-01-" + dayOfJanuary, "--poll", POLL);
    }

    private LauncherProcess start(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--env", folder.resolve("emr.yaml").toString()));
        try {
            LauncherProcess process = LauncherProcess.start(folder, folder, server.endpoint(), all);
            processes.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what is older than a second, which all of it is. */
    void reap() {
        LauncherProcess reap = start("reap", "--older-than", "1s", "--yes");
        if (reap.await() != 0) {
            throw new AssertionError(reap.told());
        }
    }

    String cluster(LauncherProcess launcher) {
        return launcher.told().replaceAll("(?s).*Started (j-[0-9A-Z]+),.*", "$1");
    }

    /** Lets time pass until a launcher has ended: half a minute at every look. */
    private void live(LauncherProcess launcher) {
        while (launcher.isAlive()) {
            clock.sleep(Duration.ofSeconds(30));
            LauncherProcess.pause();
        }
    }

    /** Lets the jobs of three days leave their reports. */
    void publishes() {
        server.usual(
                Life.GOOD.step(StepLife.completes(Duration.ofMinutes(9)).leaving(() -> DAYS.forEach(this::report))));
    }

    private void report(int dayOfJanuary) {
        try {
            Path reports = Files.createDirectories(folder.resolve("lake/_reports/sensor-daily"));
            Files.writeString(reports.resolve("20260201-run-" + dayOfJanuary + ".json"), """
                    {"run": "run-%1$d", "scope": "2026-01-%1$d", "verdict": "PUBLISHED", "exitCode": 0, "started": "%2$s", "seconds": 60}
                    """.formatted(
                            dayOfJanuary, Instant.now()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        processes.forEach(LauncherProcess::close);
        server.close();
    }
}
