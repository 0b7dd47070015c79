/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.backfill;

import java.util.List;

/**
 * What a backfill did, or would do.
 *
 * @param pipeline the pipeline's name
 * @param scope the days that were asked for
 * @param dryRun whether nothing was run
 * @param days what became of each day, in the order of the days
 * @param seconds how long it took
 * @param exitCode that of the earliest day which failed or was refused, else 0; 40 if the backfill was interrupted
 * @param notes what a person should know
 */
public record BackfillReport(
        String pipeline,
        String scope,
        boolean dryRun,
        List<DayLine> days,
        double seconds,
        int exitCode,
        List<String> notes) {
    public BackfillReport {
        days = List.copyOf(days);
        notes = List.copyOf(notes);
    }

    /** Returns how many days came to an outcome. */
    public long count(DayLine.Outcome outcome) {
        return days.stream().filter(day -> day.outcome() == outcome).count();
    }
}
