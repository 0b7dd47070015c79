/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.gc;

import java.time.Instant;

/**
 * The mark of a run that is to be removed.
 *
 * @param since when it was marked
 */
record Condemnation(Instant since) {}
