/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.reap;

import java.time.Instant;

/**
 * Something that runs and that nobody waits for.
 *
 * @param id the cluster, or application and job run
 * @param name its name
 * @param state its state
 * @param created when it was started
 * @param owner who is asked
 * @param reason why it is taken for an orphan
 */
public record Orphan(String id, String name, String state, Instant created, String owner, String reason) {}
