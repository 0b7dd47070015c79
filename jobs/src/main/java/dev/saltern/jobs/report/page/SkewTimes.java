/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import dev.saltern.jobs.observe.TaskSpread;
import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.report.SkewLine;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long the tasks of a step took whose keys were measured, with its treatment and without.
 *
 * @param step the step's name
 * @param treatment what was done in this run
 * @param now the tasks of this run; null where the step ran in no stage of its own
 * @param before those of the latest run that did nothing about the keys of the step; null if none of the latest did, or if this one does
 *     nothing either
 * @param beforeScope the days of that run
 */
public record SkewTimes(
        String step,
        String treatment,
        @Nullable TaskSpread now,
        @Nullable TaskSpread before,
        @Nullable String beforeScope) {
    private static final String NONE = "none";

    /**
     * Returns the times of each step of a run.
     *
     * @param latest the reports, the latest first; the first one is that of the run itself
     */
    public static List<SkewTimes> of(List<RunReport> latest) {
        return latest.get(0).skew().stream()
                .map(line -> of(line, latest.subList(1, latest.size())))
                .toList();
    }

    private static SkewTimes of(SkewLine line, List<RunReport> earlier) {
        if (!line.treatment().equals(NONE)) {
            for (RunReport report : earlier) {
                Optional<SkewLine> plain = report.skew().stream()
                        .filter(old -> old.step().equals(line.step())
                                && old.treatment().equals(NONE)
                                && old.tasks() != null)
                        .findFirst();
                if (plain.isPresent()) {
                    return new SkewTimes(
                            line.step(),
                            line.treatment(),
                            line.tasks(),
                            plain.get().tasks(),
                            report.scope());
                }
            }
        }
        return new SkewTimes(line.step(), line.treatment(), line.tasks(), null, null);
    }
}
