/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.replay;

import dev.saltern.jobs.report.RunReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replay did, or would do.
 *
 * @param pipeline the pipeline's name
 * @param scope the days
 * @param outcome how it ended
 * @param sources the account over both runs, for each source and output that rows were set aside from
 * @param rules how many rows each rule set aside, before and after
 * @param balanced whether every row that left the quarantine is accounted for
 * @param imbalances where it is not
 * @param notes what a person should know
 * @param run the report of the run that brought the rows back, or null if there was none
 */
public record ReplayReport(
        String pipeline,
        String scope,
        Outcome outcome,
        List<SourceLine> sources,
        List<RuleLine> rules,
        boolean balanced,
        List<String> imbalances,
        List<String> notes,
        @Nullable RunReport run) {
    /** Copies the lists. */
    public ReplayReport {
        sources = List.copyOf(sources);
        rules = List.copyOf(rules);
        imbalances = List.copyOf(imbalances);
        notes = List.copyOf(notes);
    }

    /** How a replay ended. */
    public enum Outcome {
        /** No row of the days is quarantined. */
        NOTHING_QUARANTINED,
        /** The rows were judged anew; nothing was written to the lake. */
        DRY_RUN,
        /** Neither pipeline nor raw files have changed: a run would set the same rows aside. */
        UNCHANGED,
        /** The days were published anew. */
        REPLAYED,
        /** The run was refused or failed; what was live is live. */
        NOT_PUBLISHED
    }

    /**
     * One source or output. Where {@code readBefore = readAfter}, {@code before - after = cameBack + leftOut}.
     *
     * @param readBefore how many rows the earlier run read; null for an output, and where it is not known
     * @param readAfter how many the new run read, or those judged in a dry run
     * @param before how many rows were set aside
     * @param after how many still are, or would be
     * @param cameBack how many more rows the source kept; null where it cannot be told
     * @param leftOut how many more rows were dropped by a rule or belong to other days; null where it cannot be told
     */
    public record SourceLine(
            String source,
            @Nullable Long readBefore,
            @Nullable Long readAfter,
            long before,
            long after,
            @Nullable Long cameBack,
            @Nullable Long leftOut) {}

    /** How many rows a rule set aside, before and after; a row that breaks two rules counts under both. */
    public record RuleLine(String source, String rule, long before, long after) {}

    /** Returns how many rows were set aside before. */
    public long before() {
        return sources.stream().mapToLong(SourceLine::before).sum();
    }

    /** Returns how many rows came back, as far as it can be told. */
    public long cameBack() {
        return sources.stream()
                .mapToLong(line -> line.cameBack() == null ? 0 : line.cameBack())
                .sum();
    }
}
