/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.lease;

import dev.saltern.jobs.publish.run.RunId;
import java.time.Instant;

/**
 * That a run is alive.
 *
 * @param table the table that it writes
 * @param runId the run
 * @param started when it was announced
 * @param renewed when it last said that it is alive, by its own clock
 * @param expires when it counts as dead unless it says so again
 */
public record Lease(String table, RunId runId, Instant started, Instant renewed, Instant expires) {
    /** Returns whether the run counts as alive at that moment. */
    public boolean isLive(Instant now) {
        return now.isBefore(expires);
    }
}
