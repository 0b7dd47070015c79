/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

/**
 * The smallest number that a share of the numbers is at or below.
 *
 * @param at the share, in (0, 1)
 * @param value the number
 * @param maxError the most that the true number may differ, 0 where it is exact
 */
public record Quantile(double at, double value, double maxError) {}
