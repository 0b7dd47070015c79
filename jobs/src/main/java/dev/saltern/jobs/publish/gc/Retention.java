/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.gc;

import java.time.Duration;

/**
 * How long runs are kept.
 *
 * @param olderThan what was live or begun within this time stays
 * @param keepVersions what the last so many versions of a table show stays, 1 or more
 * @param grace how long a run stays that is marked for removal: longer than the longest query, and than a publish from its last look at
 *     the run to the journal
 */
public record Retention(Duration olderThan, int keepVersions, Duration grace) {
    /** A week: enough to notice a bad day. */
    public static final Duration DEFAULT_OLDER_THAN = Duration.ofDays(7);

    /** The live version and two to go back to. */
    public static final int DEFAULT_KEEP_VERSIONS = 3;

    /** A day: queries that run longer are rare, and few of them read a version that was replaced before. */
    public static final Duration DEFAULT_GRACE = Duration.ofHours(24);
}
