/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.terminal.Screen;
import dev.saltern.conf.terminal.Terminal;
import dev.saltern.submit.launch.Voice;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Tells a person what happens, on standard error: on a terminal the progress is one line that is drawn over, elsewhere a line a minute.
 * With {@code --json} it is silent. Thread-safe: a signal is told from a thread of its own.
 */
final class Console implements Voice {
    private static final Duration PLAIN_EVERY = Duration.ofMinutes(1);

    private final Screen screen;
    private final boolean silent;
    private final Supplier<Instant> time;
    private Instant told = Instant.EPOCH;

    Console(PrintWriter err, boolean silent, Supplier<Instant> time) {
        this.screen = new Screen(err, Terminal.ofProcess());
        this.silent = silent;
        this.time = time;
    }

    @Override
    public synchronized void say(String line) {
        if (!silent) {
            screen.say(line);
        }
    }

    @Override
    public synchronized void progress(String line) {
        if (silent) {
            return;
        }
        if (screen.terminal().draws()) {
            screen.draw(List.of(line));
        } else if (Duration.between(told, time.get()).compareTo(PLAIN_EVERY) >= 0) {
            told = time.get();
            screen.say(line);
        }
    }
}
