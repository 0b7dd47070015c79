/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.replay;

import dev.saltern.conf.terminal.Terminal;
import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.report.Summary;
import dev.saltern.jobs.report.TextTable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The replay as a person reads it on a terminal: the run as any run, then what came back, why not all, and whether it adds up. */
public final class ReplayPage {
    private final ReplayReport report;
    private final StringBuilder text = new StringBuilder();

    private ReplayPage(ReplayReport report) {
        this.report = report;
    }

    /** Returns the page; ends with a line feed. */
    public static String of(ReplayReport report) {
        ReplayPage page = new ReplayPage(report);
        RunReport run = report.run();
        if (run != null && report.outcome() != ReplayReport.Outcome.UNCHANGED) {
            page.text.append(Summary.of(run, Terminal.ofProcess(), false)).append('\n');
        }
        page.heading();
        page.sources();
        page.rules();
        page.closing();
        return page.text.toString();
    }

    private void heading() {
        text.append(report.pipeline()).append(' ').append(report.scope()).append(": ");
        text.append(
                switch (report.outcome()) {
                    case NOTHING_QUARANTINED -> "no row is quarantined, so there is nothing to replay";
                    case DRY_RUN -> cameBack("would come back (dry run, nothing is written)");
                    case UNCHANGED -> rows(report.before()) + " would be set aside again, nothing was done";
                    case REPLAYED -> cameBack("came back");
                    case NOT_PUBLISHED -> "nothing came back, for the run was not published";
                });
        text.append('\n');
        report.imbalances()
                .forEach(where -> text.append("  ! The row account does not balance: ")
                        .append(where)
                        .append('\n'));
    }

    private String cameBack(String verb) {
        if (!report.sources().isEmpty() && report.sources().stream().allMatch(line -> line.cameBack() == null)) {
            return count(report.before()) + " rows were quarantined, "
                    + count(report.sources().stream()
                            .mapToLong(ReplayReport.SourceLine::after)
                            .sum())
                    + " are";
        }
        if (report.cameBack() < 0) {
            return rows(-report.cameBack()) + " more than before "
                    + verb.replace("come back", "be set aside").replace("came back", "were set aside");
        }
        return count(report.cameBack()) + " of " + rows(report.before()) + " " + verb;
    }

    private void sources() {
        if (report.sources().isEmpty() || report.outcome() == ReplayReport.Outcome.UNCHANGED) {
            return;
        }
        boolean dry = report.outcome() == ReplayReport.Outcome.DRY_RUN;
        TextTable table = new TextTable(
                dry
                        ? List.of("set aside from", "rows", "would come back", "left out", "still bad")
                        : List.of(
                                "set aside from", "read then", "now", "bad then", "came back", "left out", "bad now"));
        for (ReplayReport.SourceLine line : report.sources()) {
            table.add(
                    dry
                            ? List.of(
                                    line.source(),
                                    count(line.before()),
                                    count(line.cameBack()),
                                    count(line.leftOut()),
                                    count(line.after()))
                            : List.of(
                                    line.source(),
                                    count(line.readBefore()),
                                    count(line.readAfter()),
                                    count(line.before()),
                                    count(line.cameBack()),
                                    count(line.leftOut()),
                                    count(line.after())));
        }
        text.append('\n').append(table);
    }

    private void rules() {
        if (report.rules().isEmpty()) {
            return;
        }
        boolean unchanged = report.outcome() == ReplayReport.Outcome.UNCHANGED;
        boolean dry = report.outcome() == ReplayReport.Outcome.DRY_RUN;
        TextTable table = new TextTable(
                unchanged
                        ? List.of("set aside from", "rows", "because of")
                        : List.of("set aside from", dry ? "rows" : "then", dry ? "still bad" : "now", "because of"));
        for (ReplayReport.RuleLine line : report.rules()) {
            table.add(
                    unchanged
                            ? List.of(line.source(), count(line.before()), line.rule())
                            : List.of(line.source(), count(line.before()), count(line.after()), line.rule()));
        }
        text.append('\n').append(table);
    }

    private void closing() {
        boolean blank = !report.sources().isEmpty();
        for (String note : report.notes()) {
            text.append(blank ? "\n" : "").append("  note: ").append(note).append('\n');
            blank = false;
        }
        boolean told = report.outcome() == ReplayReport.Outcome.REPLAYED
                && report.sources().stream().anyMatch(line -> line.cameBack() != null);
        if (told && report.balanced()) {
            text.append(blank ? "\n" : "").append("  the account balances over both runs\n");
        }
    }

    private static String rows(long rows) {
        return count(rows) + (rows == 1 ? " quarantined row" : " quarantined rows");
    }

    private static String count(@Nullable Long rows) {
        return rows == null ? "" : String.format(Locale.ROOT, "%,d", rows);
    }
}
