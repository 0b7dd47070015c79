/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.observe;

/**
 * A stage that is under way.
 *
 * @param stage Spark's number of it
 * @param tasks how many tasks it has, 1 or more
 * @param done how many of them have ended well
 * @param failed how many attempts have failed
 * @param moved what its tasks have read so far, those that go on included
 * @param seconds how long ago it began
 */
public record ActiveStage(int stage, int tasks, int done, int failed, Moved moved, double seconds) {}
