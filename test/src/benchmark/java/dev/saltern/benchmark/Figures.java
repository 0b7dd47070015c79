/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

/**
 * What the tasks of one run tell.
 *
 * @param slotSeconds when the last task would have ended on the slots of the schedule
 * @param heaviestOverMedian the longest task over the middle one, of the stage with the most task time
 * @param peakBytes most execution memory that a task held; values that an aggregate holds as objects are not in it
 * @param spilledBytes bytes that tasks wrote to disk for want of memory
 */
record Figures(double slotSeconds, double heaviestOverMedian, long peakBytes, long spilledBytes) {}
