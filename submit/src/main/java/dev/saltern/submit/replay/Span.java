/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.replay;

/**
 * When a stage ran in a schedule.
 *
 * @param stage what was measured of it
 * @param start when it could start, in seconds
 * @param end when its last task ended
 */
public record Span(StageRun stage, double start, double end) {
    /** Returns how long it took. */
    public double seconds() {
        return end - start;
    }
}
