/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.gc;

import dev.saltern.conf.terminal.Amounts;
import dev.saltern.jobs.report.TextTable;
import java.util.List;
import java.util.Locale;

/** A garbage collection as a person reads it on a terminal. */
public final class GcPage {
    private GcPage() {}

    /** Returns the page; ends with a line feed. */
    public static String of(GcReport report) {
        StringBuilder page = new StringBuilder();
        if (!report.runs().isEmpty() || !report.leftovers().isEmpty()) {
            TextTable table = new TextTable(List.of("table", "run", "files", "size", "fate"));
            report.runs()
                    .forEach(run -> table.add(List.of(
                            run.table(),
                            run.run(),
                            Integer.toString(run.files()),
                            Amounts.bytes(run.bytes()),
                            fate(run.fate(), report.dryRun()))));
            report.leftovers()
                    .forEach(left -> table.add(List.of(
                            left.what(),
                            left.path(),
                            Integer.toString(left.files()),
                            Amounts.bytes(left.bytes()),
                            fate(RunFate.REMOVED, report.dryRun()))));
            page.append(table).append('\n');
        }
        report.problems()
                .forEach(problem ->
                        page.append("  ! left alone: ").append(problem).append('\n'));
        page.append(String.format(
                Locale.ROOT,
                "%s%,d files (%s); %,d %s kept%n",
                report.dryRun() ? "Would remove " : "Removed ",
                report.files(),
                Amounts.bytes(report.bytes()),
                report.kept(),
                report.kept() == 1 ? "run is" : "runs are"));
        if (report.next() != null && !report.dryRun()) {
            page.append("Marked runs can be removed from ")
                    .append(report.next())
                    .append(" on, by saltern gc --yes\n");
        }
        if (report.dryRun() && (!report.runs().isEmpty() || !report.leftovers().isEmpty())) {
            page.append("Dry run, nothing is changed: --yes does it\n");
        }
        return page.toString();
    }

    private static String fate(RunFate fate, boolean dryRun) {
        return switch (fate) {
            case KEPT -> "kept";
            case MARKED -> dryRun ? "would be marked" : "marked";
            case WAITING -> "marked, the grace is not over";
            case SPARED -> dryRun ? "would lose its mark" : "mark taken off";
            case REMOVED -> dryRun ? "would be removed" : "removed";
        };
    }
}
