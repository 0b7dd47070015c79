/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import dev.saltern.conf.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * One way that a launch can go, in virtual time.
 *
 * @param what happens
 * @param exitCode what the launch must come to
 * @param started how many clusters or job runs it must have started in all
 * @param serverless whether it is launched on EMR Serverless
 * @param world writes the life of its clusters and what goes wrong
 */
record LaunchCase(String what, ExitCode exitCode, int started, boolean serverless, Consumer<LaunchBench> world) {
    /** By then everything that was asked to end has ended. */
    static final Duration AFTERWARDS = Duration.ofMinutes(15);

    static LaunchCase onEmr(String what, ExitCode exitCode, int started, Consumer<LaunchBench> world) {
        return new LaunchCase(what, exitCode, started, false, world);
    }

    static LaunchCase onServerless(String what, ExitCode exitCode, Consumer<LaunchBench> world) {
        return new LaunchCase(what, exitCode, 1, true, world);
    }

    /**
     * What a launch came to.
     *
     * @param what happened
     * @param exitCodes of the launches, in order; a launch that was killed has that of its signal
     * @param started how many clusters or job runs were started
     * @param left how many of them live a quarter of an hour after the launch
     */
    record Seen(String what, List<Integer> exitCodes, int started, long left) {}

    /** Returns what it must come to. */
    Seen expected() {
        return new Seen(what, List.of(exitCode.code()), started, 0);
    }

    /** Launches, and looks a quarter of an hour later. */
    Seen play(Path lake) {
        try (LaunchBench bench = new LaunchBench(lake)) {
            world.accept(bench);
            int code = (serverless ? bench.launchOnServerless() : bench.launch()).exitCode();
            bench.pace().sleep(AFTERWARDS);
            return serverless
                    ? new Seen(
                            what,
                            List.of(code),
                            bench.server().startedRuns(),
                            bench.server().openRuns())
                    : new Seen(
                            what,
                            List.of(code),
                            bench.server().started().size(),
                            bench.server().running().size());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
