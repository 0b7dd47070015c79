/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.observe;

/**
 * Sums over all stages so far.
 *
 * @param tasks tasks of the stages that began
 * @param done attempts that have ended
 * @param rows rows that were read from files
 */
public record Totals(long tasks, long done, long rows) {}
