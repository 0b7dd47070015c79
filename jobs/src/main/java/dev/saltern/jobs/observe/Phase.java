/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.observe;

/**
 * Something that a run did, one thing after the other.
 *
 * @param name what it did, in the words of its progress
 * @param startSecond when it began, in seconds since the run began
 * @param seconds how long it took
 */
public record Phase(String name, double startSecond, double seconds) {}
