/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

/** Halts the process where a test asks for it, as a power cut would: no shutdown hook runs, no buffer is flushed. */
final class Crash {
    /** The system property that names the {@link CrashPoint}; unset in production. */
    static final String PROPERTY = "saltern.crash-at";

    /** The exit status of a process that halted itself, that of a process killed by SIGKILL. */
    static final int STATUS = 137;

    private Crash() {}

    /** Halts the process if the system property names this point. */
    static void at(CrashPoint point) {
        if (point.name().equals(System.getProperty(PROPERTY))) {
            Runtime.getRuntime().halt(STATUS);
        }
    }
}
