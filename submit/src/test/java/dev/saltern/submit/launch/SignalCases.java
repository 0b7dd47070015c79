/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import dev.saltern.conf.ExitCode;
import dev.saltern.submit.launch.LaunchCase.Seen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Real signals to real launchers in every state of their clusters. */
final class SignalCases {
    private static final int OF_KILL = 128 + 9;

    private SignalCases() {}

    /** A state of a cluster's life, and how long after the one before it comes. */
    enum State {
        STARTING(Duration.ZERO, "starting  step pending"),
        BOOTSTRAPPING(Duration.ofMinutes(5), "bootstrapping  step pending"),
        RUNNING(Duration.ofMinutes(2), "running  step running"),
        TERMINATING(Duration.ofSeconds(510), "terminating  step completed");

        private final Duration after;
        private final String told;

        State(Duration after, String told) {
            this.after = after;
            this.told = told;
        }

        String told() {
            return told;
        }
    }

    /** Three launchers, of one day each, see their clusters through to a state; then each gets its signal, and reap ends what is left. */
    static List<Seen> signals(Path folder, State last) {
        try (RealLaunches launches = new RealLaunches(folder)) {
            launches.publishes();
            List<LauncherProcess> launchers =
                    RealLaunches.DAYS.stream().map(launches::launch).toList();
            for (State state : State.values()) {
                launches.clock.sleep(state.after);
                launchers.forEach(launcher -> launcher.awaitTold(state.told));
                if (state == last) {
                    break;
                }
            }
            launchers.get(0).signal("INT");
            launchers.get(1).signal("TERM");
            launchers.get(2).signal("KILL");
            List<Integer> codes = launchers.stream().map(LauncherProcess::await).toList();
            List<String> clusters = launchers.stream().map(launches::cluster).toList();
            boolean alive = last != State.TERMINATING;
            if (alive != launches.server.leaked().equals(List.of(clusters.get(2)))) {
                throw new AssertionError(
                        "After the signals " + launches.server.leaked() + " run unended, of " + clusters);
            }
            launches.reap();
            launches.clock.sleep(LaunchCase.AFTERWARDS);
            List<Seen> seen = new ArrayList<>();
            for (int i = 0; i < launchers.size(); i++) {
                String cluster = clusters.get(i);
                String name = List.of("SIGINT", "SIGTERM", "SIGKILL").get(i);
                seen.add(new Seen(
                        what(name, last),
                        List.of(codes.get(i)),
                        1,
                        launches.server.running().stream()
                                .filter(Predicate.isEqual(cluster))
                                .count()));
            }
            return seen;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what the signals must come to in a state; when the cluster goes, the day is published. */
    static List<Seen> expected(State state) {
        int interrupted = (state == State.TERMINATING ? ExitCode.DONE : ExitCode.INTERRUPTED).code();
        return List.of(
                new Seen(what("SIGINT", state), List.of(interrupted), 1, 0),
                new Seen(what("SIGTERM", state), List.of(interrupted), 1, 0),
                new Seen(what("SIGKILL", state), List.of(OF_KILL), 1, 0));
    }

    private static String what(String signal, State state) {
        return signal + " while the cluster is " + state + (signal.equals("SIGKILL") ? ", then `saltern reap`" : "");
    }
}
