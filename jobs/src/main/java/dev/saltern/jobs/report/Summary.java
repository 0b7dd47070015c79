/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.terminal.Paint;
import dev.saltern.conf.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report as a person reads it on a terminal: verdict first, then the row account, then what needs a look. */
public final class Summary {
    /** The column of the rows that another run judges, behind those that were read. */
    private static final int ELSEWHERE = 3;

    private final RunReport report;
    private final boolean painted;
    private final int columns;
    private final StringBuilder text = new StringBuilder();

    private Summary(RunReport report, Terminal terminal) {
        this.report = report;
        this.painted = terminal.paintsOut();
        this.columns = terminal.textColumns();
    }

    /**
     * Returns the summary of a run; ends with a line feed.
     *
     * @param terminal where it is shown: the verdict and what failed have a colour on standard output that shows colours
     * @param verbose whether the rules that are broken are told in full
     */
    public static String of(RunReport report, Terminal terminal, boolean verbose) {
        Summary summary = new Summary(report, terminal);
        summary.heading();
        if (report.verdict() != RunReport.Verdict.UP_TO_DATE) {
            summary.sources();
            summary.text.append(SkewSummary.of(report.skew(), summary.columns));
            summary.tables();
            summary.text.append(RuleSummary.of(report, summary.columns, verbose));
            summary.closing();
        }
        summary.reopened();
        return summary.text.toString();
    }

    private void heading() {
        text.append(String.format(
                Locale.ROOT,
                "%s %s: %s in %.1f s%n",
                report.pipeline(),
                report.scope(),
                verdict(report.verdict()),
                report.seconds()));
        failures(report.failures(), report.exitCode());
    }

    private String verdict(RunReport.Verdict verdict) {
        boolean done = verdict == RunReport.Verdict.PUBLISHED || verdict == RunReport.Verdict.UP_TO_DATE;
        String name = verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return (done ? Paint.GOOD : Paint.BAD).on(name, painted);
    }

    private void failures(List<String> failures, int exitCode) {
        // The colour comes last: its letters take no room.
        failures.forEach(failure -> text.append(
                Wrapped.paragraph("  ", "! " + failure, columns).replaceFirst("!", Paint.BAD.on("!", painted))));
        // By the grammar of failures a second sentence is the next step already.
        boolean isTold = report.verdict() == RunReport.Verdict.FAILED
                && failures.stream().allMatch(failure -> failure.contains(". "));
        if (!failures.isEmpty() && !isTold) {
            text.append("  next: ").append(ExitCode.of(exitCode).next()).append('\n');
        }
    }

    private void sources() {
        if (report.sources().isEmpty()) {
            return;
        }
        boolean elsewhere = report.sources().stream().anyMatch(line -> line.elsewhere() > 0);
        List<String> heads = new ArrayList<>(
                List.of("source", "files", "read", "corrupt", "quarantined", "dropped", "outside", "kept"));
        if (elsewhere) {
            heads.add(ELSEWHERE, "elsewhere");
        }
        TextTable table = new TextTable(heads);
        for (RunReport.SourceLine line : report.sources()) {
            List<String> cells = new ArrayList<>(List.of(
                    line.source(),
                    count(line.files()),
                    count(line.read()),
                    count(line.corrupt()),
                    count(line.quarantined()),
                    count(line.dropped()),
                    count(line.outside()),
                    count(line.kept())));
            if (elsewhere) {
                cells.add(ELSEWHERE, count(line.elsewhere()));
            }
            table.add(cells);
        }
        text.append('\n').append(table.within(columns));
        setAside();
        for (RunReport.DuplicatesLine line : report.duplicates()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %s: %,d rows - %,d duplicates = %,d rows%n",
                    line.step(),
                    line.rowsIn(),
                    line.duplicates(),
                    line.rowsOut()));
        }
    }

    private void setAside() {
        TextTable table = new TextTable(List.of("set aside from", "rows", "because of"));
        boolean some = false;
        for (RunReport.SourceLine line : report.sources()) {
            for (Map.Entry<String, Long> entry : line.setAside().entrySet()) {
                table.add(List.of(line.source(), count(entry.getValue()), entry.getKey()));
                some = true;
            }
        }
        if (some) {
            text.append('\n').append(table.within(columns)).append('\n');
        }
    }

    private void tables() {
        if (report.tables().isEmpty()) {
            return;
        }
        TextTable table = new TextTable(List.of("table", "rows", "quarantined", "dropped", "partitions", "version"));
        for (RunReport.TableLine line : report.tables()) {
            table.add(List.of(
                    line.table(),
                    count(line.rows()),
                    count(line.quarantined()),
                    count(line.dropped()),
                    count(line.partitions()),
                    version(line.version())));
        }
        text.append('\n').append(table.within(columns));
    }

    private void reopened() {
        for (RunReport.Reopened day : report.reopened()) {
            text.append("  ")
                    .append(day.scope())
                    .append(" was opened again for late rows: ")
                    .append(verdict(day.verdict()))
                    .append('\n');
            failures(day.failures(), day.exitCode());
        }
    }

    private void closing() {
        report.notes().forEach(note -> text.append(Wrapped.paragraph("  ", "note: " + note, columns)));
        if (!report.sources().isEmpty()) {
            text.append(
                    report.balanced()
                            ? "  the account balances\n"
                            : "  " + Paint.BAD.on("THE ACCOUNT DOES NOT BALANCE", painted) + "\n");
        }
    }

    private static String version(@Nullable Long version) {
        return version == null ? "not live" : version.toString();
    }

    private static String count(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }
}
