/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import org.jspecify.annotations.Nullable;

/**
 * What a run cost in dollars, where something was launched for it.
 *
 * @param launch the launch; null if the run used what was there
 * @param estimatedLow the least that the launch should cost; null where no price was known
 * @param estimatedHigh the most
 * @param actual what it cost; null until the launch has ended
 */
public record RunCosts(
        @Nullable String launch,
        @Nullable Double estimatedLow,
        @Nullable Double estimatedHigh,
        @Nullable Double actual) {
    /** A run that nothing was launched for. */
    public static final RunCosts NOTHING = new RunCosts(null, null, null, null);

    /** Returns the same with what it cost. */
    RunCosts costing(double usd) {
        return new RunCosts(launch, estimatedLow, estimatedHigh, usd);
    }
}
