/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import dev.saltern.jobs.publish.status.TableStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is live as a person reads it on a terminal: one line per table, then what waits, is missing or is broken. */
public final class StatusPage {
    private static final int MAX_GAPS = 5;
    private static final int SECONDS = 19;

    private final StringBuilder text = new StringBuilder();

    private StatusPage() {}

    /**
     * Returns the page; ends with a line feed.
     *
     * @param lastRuns the last run of each pipeline
     */
    public static String of(List<TableStatus> tables, Map<String, RunReport> lastRuns) {
        StatusPage page = new StatusPage();
        if (!tables.isEmpty()) {
            page.tables(tables);
        }
        tables.forEach(page::needsALook);
        lastRuns.forEach(page::lastRun);
        return page.text.toString();
    }

    private void tables(List<TableStatus> tables) {
        TextTable table = new TextTable(
                List.of("table", "pipeline", "version", "since", "partitions", "rows", "first day", "last day", "run"));
        for (TableStatus status : tables) {
            table.add(List.of(
                    status.table(),
                    text(status.pipeline()),
                    status.version() == 0 ? "" : Long.toString(status.version()),
                    status.committed() == null ? "not live" : minutes(status.committed()),
                    count(status.partitions()),
                    count(status.rows()),
                    text(status.firstDay()),
                    text(status.lastDay()),
                    text(status.run())));
        }
        text.append(table).append('\n');
    }

    private void needsALook(TableStatus status) {
        if (status.problem() != null) {
            text.append("  ! ").append(status.problem()).append('\n');
        }
        if (status.missingDays() > 0) {
            List<String> gaps = status.missing();
            text.append("  ").append(status.table()).append(": ").append(count(status.missingDays()));
            text.append(status.missingDays() == 1 ? " day was never run: " : " days were never run: ");
            text.append(String.join(", ", gaps.subList(0, Math.min(MAX_GAPS, gaps.size()))));
            text.append(gaps.size() > MAX_GAPS ? " and " + (gaps.size() - MAX_GAPS) + " more ranges" : "")
                    .append('\n');
        }
        for (TableStatus.Waiting run : status.waiting()) {
            text.append("  ").append(status.table()).append(": run ").append(run.run());
            text.append(" is sealed, ")
                    .append(run.reason())
                    .append(" (")
                    .append(count(run.rows()))
                    .append(" rows)\n");
        }
    }

    private void lastRun(String pipeline, RunReport run) {
        text.append("  last run of ")
                .append(pipeline)
                .append(": ")
                .append(run.scope())
                .append(' ');
        text.append(run.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        text.append(", ").append(minutes(run.started())).append('\n');
        run.failures().forEach(failure -> text.append("    ! ").append(failure).append('\n'));
    }

    private static String minutes(String instant) {
        return instant.substring(0, SECONDS).replace('T', ' ');
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
