/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.profile;

/**
 * A type that all texts of a column fit.
 *
 * @param type integer, decimal, date, timestamp or boolean
 * @param nothing rows with a word for a missing value, such as NA or a blank, which would be NULL
 */
public record InferredType(String type, long nothing) {}
