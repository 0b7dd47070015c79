/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.backfill;

import dev.saltern.conf.terminal.Paint;
import dev.saltern.conf.terminal.Terminal;
import dev.saltern.jobs.ledger.Reason;
import dev.saltern.jobs.report.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A backfill as a person reads it on a terminal: the sum, then the days that were not simply unchanged, then what went wrong. */
public final class BackfillPage {
    private final BackfillReport report;
    private final Terminal terminal;
    private final StringBuilder text = new StringBuilder();

    private BackfillPage(BackfillReport report, Terminal terminal) {
        this.report = report;
        this.terminal = terminal;
    }

    /**
     * Returns the page; ends with a line feed.
     *
     * @param terminal where it is shown: how many days went well and how many did not has a colour where there are colours
     */
    public static String of(BackfillReport report, Terminal terminal) {
        BackfillPage page = new BackfillPage(report, terminal);
        page.heading();
        page.days();
        page.closing();
        return page.text.toString();
    }

    private void heading() {
        text.append(report.pipeline()).append(' ').append(report.scope()).append(": ");
        text.append(report.days().stream()
                .collect(Collectors.groupingBy(DayLine::outcome, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> painted(entry.getKey(), entry.getValue() + " " + word(entry.getKey())))
                .collect(Collectors.joining(", ")));
        text.append(
                report.dryRun()
                        ? " (dry run, nothing was run)\n"
                        : String.format(Locale.ROOT, " in %.1f s%n", report.seconds()));
    }

    private String painted(DayLine.Outcome outcome, String count) {
        return switch (outcome) {
            case PUBLISHED -> Paint.GOOD.on(count, terminal.paintsOut());
            case REFUSED, FAILED -> Paint.BAD.on(count, terminal.paintsOut());
            case UNCHANGED, NO_FILES, EXPIRED, DUE, UP_TO_DATE -> count;
        };
    }

    private void days() {
        List<DayLine> shown = report.days().stream()
                .filter(day -> day.outcome() != DayLine.Outcome.UNCHANGED || report.dryRun())
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(
                report.dryRun()
                        ? List.of("day", "state", "because")
                        : List.of("day", "verdict", "rows", "set aside", "seconds", "because"));
        for (DayLine day : shown) {
            String why = (day.late() ? "opened again; " : "")
                    + day.reasons().stream().map(Reason::text).collect(Collectors.joining("; "));
            boolean ran = day.run() != null;
            table.add(
                    report.dryRun()
                            ? List.of(day.day(), word(day.outcome()), why)
                            : List.of(
                                    day.day(),
                                    word(day.outcome()),
                                    ran ? count(day.rows()) : "",
                                    ran ? count(day.setAside()) : "",
                                    ran ? String.format(Locale.ROOT, "%.1f", day.seconds()) : "",
                                    why));
        }
        text.append('\n').append(table.within(terminal.textColumns()));
    }

    private void closing() {
        report.days().stream()
                .filter(DayLine::isBad)
                .forEach(day -> day.failures()
                        .forEach(failure -> text.append("  ! ")
                                .append(day.day())
                                .append(": ")
                                .append(failure)
                                .append('\n')));
        report.notes().forEach(note -> text.append("  note: ").append(note).append('\n'));
        long left = report.count(DayLine.Outcome.DUE);
        if (!report.dryRun() && left > 0) {
            text.append("  ").append(left).append(" days were not run: the same command goes on with them\n");
        }
    }

    static String word(DayLine.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String count(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }
}
