/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.backfill;

import dev.saltern.conf.Scope;
import dev.saltern.jobs.ledger.Reason;
import java.util.Set;

/**
 * What a backfill is asked for.
 *
 * @param scope the days
 * @param parallel how many days run beside each other at most, 1 or more
 * @param newestFirst whether the latest day is the first to run
 * @param ignored changes that alone do not make a day due
 * @param stopOnFailure whether no further day begins once one has failed or was refused
 */
public record BackfillRequest(
        Scope scope, int parallel, boolean newestFirst, Set<Reason.Kind> ignored, boolean stopOnFailure) {
    /** More would share one driver without any gain. */
    public static final int MAX_PARALLEL = 64;

    /** The changes that may be ignored: those that no file of a day itself has undergone. */
    public static final Set<Reason.Kind> IGNORABLE = Set.of(Reason.Kind.CODE, Reason.Kind.PIPELINE, Reason.Kind.SHARED);

    public BackfillRequest {
        ignored = Set.copyOf(ignored);
    }
}
