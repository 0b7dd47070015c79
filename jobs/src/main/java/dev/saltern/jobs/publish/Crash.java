/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import java.util.concurrent.atomic.AtomicInteger;

/** Halts the process where a test asks for it, as a power cut would: no shutdown hook runs, no buffer is flushed. */
final class Crash {
    /**
     * The system property that names the {@link CrashPoint}, and behind a colon the occasion, from 1: {@code AFTER_COMMIT:2} halts behind
     * the second commit. Without a number the first occasion is meant. Unset in production.
     */
    static final String PROPERTY = "saltern.crash-at";

    /** The exit status of a process that halted itself, that of a process killed by SIGKILL. */
    static final int STATUS = 137;

    /** How often the process has come to the point that the property names. */
    private static final AtomicInteger OCCASIONS = new AtomicInteger();

    private Crash() {}

    /** Halts the process if the system property names this point and this is the occasion. */
    static void at(CrashPoint point) {
        String[] wanted = System.getProperty(PROPERTY, "").split(":", 2);
        if (!point.name().equals(wanted[0])) {
            return;
        }
        int occasion = wanted.length == 1 ? 1 : Integer.parseInt(wanted[1]);
        if (OCCASIONS.incrementAndGet() == occasion) {
            Runtime.getRuntime().halt(STATUS);
        }
    }
}
