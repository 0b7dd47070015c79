/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import dev.saltern.jobs.observe.Phase;
import dev.saltern.jobs.observe.Resources;
import dev.saltern.jobs.observe.StageLine;
import dev.saltern.jobs.publish.run.InputFile;
import dev.saltern.jobs.report.RunReport;
import java.util.List;

/**
 * Everything that is known of a run: what its page shows, and its JSON holds whole.
 *
 * @param format names this form of the JSON
 * @param report what the run said about itself when it ended
 * @param next what a person may do now
 * @param account where the rows went
 * @param trends what its rules observed in the latest runs
 * @param skew the task times of steps whose keys were measured
 * @param phases what it did, one thing after the other
 * @param stages Spark's stages, in the order in which they began
 * @param resources what it took
 * @param tables what was written, the quarantine table last
 * @param inputs the files that were read
 * @param lineage which files, steps and tables feed which
 * @param quarantine rows that were set aside, by reason
 * @param costs what it cost
 * @param surroundings where and under what it ran
 */
public record RunPage(
        String format,
        RunReport report,
        List<NextStep> next,
        RowAccount account,
        RuleTrends trends,
        List<SkewTimes> skew,
        List<Phase> phases,
        List<StageLine> stages,
        Resources resources,
        List<TableFiles> tables,
        List<InputFile> inputs,
        LineageGraph lineage,
        QuarantineSample quarantine,
        RunCosts costs,
        Surroundings surroundings) {
    /** The form of the JSON that this version writes. */
    public static final String FORMAT = "saltern-run/1";

    /** Copies the lists. */
    public RunPage {
        next = List.copyOf(next);
        skew = List.copyOf(skew);
        phases = List.copyOf(phases);
        stages = List.copyOf(stages);
        tables = List.copyOf(tables);
        inputs = List.copyOf(inputs);
    }

    /** Returns the same with what the run did cost, which is known only after it has ended. */
    RunPage costing(double usd) {
        return new RunPage(
                format,
                report,
                next,
                account,
                trends,
                skew,
                phases,
                stages,
                resources,
                tables,
                inputs,
                lineage,
                quarantine,
                costs.costing(usd),
                surroundings);
    }
}
