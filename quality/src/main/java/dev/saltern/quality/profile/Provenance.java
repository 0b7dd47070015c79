/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

import org.jspecify.annotations.Nullable;

/**
 * Where the figures of a profile come from and how far they can be trusted.
 *
 * @param sampled whether only some rows were looked at
 * @param method how rows were chosen
 * @param seed of the sample; null without one
 * @param rows rows that were looked at
 * @param tableRows rows of the table
 * @param passes how often the rows were read
 * @param distinctError relative standard error of numbers of distinct values that are not exact
 * @param quantileError relative error of quantiles that are not exact, at most; each tells its own, which is often smaller
 * @param topMinShare values with a larger share are never missed, and counted exactly
 * @param zeroFailures what 0 failures among the rows that were looked at prove of the table
 */
public record Provenance(
        boolean sampled,
        String method,
        @Nullable Long seed,
        long rows,
        long tableRows,
        int passes,
        double distinctError,
        double quantileError,
        double topMinShare,
        String zeroFailures) {}
