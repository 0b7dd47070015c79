/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

/**
 * How often a value is there.
 *
 * @param value the value as text, cut after 100 characters
 * @param rows number of rows that hold it
 * @param share those of all rows profiled, in [0, 1]
 */
public record Frequency(String value, long rows, double share) {}
