/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

/**
 * One bar of a histogram.
 *
 * @param from the smallest number that falls into it
 * @param to its end: the last bar holds it, the others do not; equal to from where the bar is one whole number
 * @param rows number of rows in it
 */
public record Bucket(double from, double to, long rows) {}
