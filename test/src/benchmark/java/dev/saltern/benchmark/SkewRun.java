/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

/**
 * One run of one contestant of a skewed case.
 *
 * @param measured what the process took
 * @param figures what the tasks took
 */
record SkewRun(Measured measured, Figures figures) {}
