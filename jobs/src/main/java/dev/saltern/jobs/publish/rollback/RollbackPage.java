/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.rollback;

import dev.saltern.jobs.report.TextTable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A rollback as a person reads it on a terminal. */
public final class RollbackPage {
    private RollbackPage() {}

    /** Returns the page; ends with a line feed. */
    public static String of(RollbackReport report) {
        if (!report.changes()) {
            return "Nothing to roll back " + report.goal() + ": the tables show it already\n";
        }
        StringBuilder page = new StringBuilder(report.dryRun() ? "Would be rolled back " : "Rolled back ");
        page.append(report.goal());
        page.append(report.dryRun() ? " (dry run, nothing is written)\n\n" : "\n\n");
        TextTable table = new TextTable(
                List.of("table", "partition", "from run", "version", "rows", "to run", "version", "rows"));
        report.tables().forEach(line -> line.partitions().forEach(partition -> table.add(cells(line, partition))));
        page.append(table);
        report.tables().stream()
                .filter(line -> line.partitions().isEmpty())
                .forEach(line -> page.append("  ").append(line.table()).append(" stays as it is\n"));
        page.append('\n');
        report.notes().forEach(note -> page.append("  note: ").append(note).append('\n'));
        return page.toString();
    }

    private static List<String> cells(RollbackReport.TableLine line, RollbackReport.PartitionLine partition) {
        return List.of(
                line.table(),
                partition.partition(),
                text(partition.fromRun(), "nothing"),
                text(partition.fromVersion(), ""),
                count(partition.fromRows()),
                text(partition.toRun(), "nothing"),
                text(partition.toVersion(), ""),
                count(partition.toRows()));
    }

    private static String text(@Nullable Object value, String none) {
        return value == null ? none : value.toString();
    }

    private static String count(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }
}
