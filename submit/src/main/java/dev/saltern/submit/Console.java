/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.submit.launch.Voice;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Tells a person what happens, on standard error: on a terminal the progress is one line that is drawn over, elsewhere a line a minute.
 * With {@code --json} it is silent. Thread-safe: a signal is told from a thread of its own.
 */
final class Console implements Voice {
    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final Duration PLAIN_EVERY = Duration.ofMinutes(1);

    private final PrintWriter err;
    private final boolean silent;
    private final boolean terminal;
    private final Supplier<Instant> time;
    private Instant told = Instant.EPOCH;
    private boolean drawn;

    Console(PrintWriter err, boolean silent, Supplier<Instant> time) {
        this.err = err;
        this.silent = silent;
        // The launcher script knows whether standard error is a terminal; Java does not.
        this.terminal = Boolean.getBoolean("saltern.terminal");
        this.time = time;
    }

    @Override
    public synchronized void say(String line) {
        if (!silent) {
            clear();
            err.println(line);
            err.flush();
        }
    }

    @Override
    public synchronized void progress(String line) {
        if (silent) {
            return;
        }
        if (terminal) {
            err.print(CLEAR_LINE + line);
            err.flush();
            drawn = true;
        } else if (Duration.between(told, time.get()).compareTo(PLAIN_EVERY) >= 0) {
            told = time.get();
            err.println(line);
            err.flush();
        }
    }

    private void clear() {
        if (drawn) {
            err.print(CLEAR_LINE);
            drawn = false;
        }
    }
}
