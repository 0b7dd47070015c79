/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.emr;

import java.time.Duration;

/**
 * What becomes of one step.
 *
 * @param lasts how long it runs
 * @param state {@code COMPLETED}, {@code FAILED} or {@code INTERRUPTED}
 * @param reason what EMR found out about a failure; empty if nothing
 * @param message the same in words
 * @param logFile where EMR found it; empty if nowhere
 * @param atEnd what else happens at its end, as the job itself would do it
 */
public record StepLife(Duration lasts, String state, String reason, String message, String logFile, Runnable atEnd) {
    /** A step that ends well. */
    public static StepLife completes(Duration lasts) {
        return new StepLife(lasts, "COMPLETED", "", "", "", StepLife::nothing);
    }

    /** A step of which EMR knows no more than that it failed. */
    public static StepLife fails(Duration lasts) {
        return new StepLife(lasts, "FAILED", "", "", "", StepLife::nothing);
    }

    /** The same with what EMR found in its log. */
    public StepLife because(String why, String text, String file) {
        return new StepLife(lasts, state, why, text, file, atEnd);
    }

    /** The same, and what the job leaves behind when it ends. */
    public StepLife leaving(Runnable what) {
        return new StepLife(lasts, state, reason, message, logFile, what);
    }

    private static void nothing() {
        // Not every job leaves something behind.
    }
}
