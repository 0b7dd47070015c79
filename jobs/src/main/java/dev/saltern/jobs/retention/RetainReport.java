/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.retention;

import dev.saltern.jobs.report.TextTable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a retention dropped, or would drop.
 *
 * @param pipeline the pipeline's name
 * @param asOf the day from which the age is counted
 * @param dryRun whether nothing was changed
 * @param tables each table that has a retention
 */
public record RetainReport(String pipeline, String asOf, boolean dryRun, List<TableLine> tables) {
    public RetainReport {
        tables = List.copyOf(tables);
    }

    /**
     * A table.
     *
     * @param retention how long it keeps its partitions
     * @param firstKept the first day that it keeps
     * @param live how many partitions were live before
     * @param dropped the values of those that went, or would go, the oldest first
     * @param spared how many were old enough but stay, as a table keeps some however old they are
     * @param needsConfirmation whether so many go at once that --yes must be said
     * @param version the journal version that dropped them, or null if nothing was changed
     */
    public record TableLine(
            String table,
            String retention,
            String firstKept,
            int live,
            List<Map<String, String>> dropped,
            int spared,
            boolean needsConfirmation,
            @Nullable Long version) {
        public TableLine {
            dropped = List.copyOf(dropped);
        }
    }

    /** Returns the report as a person reads it; ends with a line feed. */
    public String text() {
        if (tables.isEmpty()) {
            return pipeline + ": no table has a retention, so every partition is kept\n";
        }
        TextTable table = new TextTable(List.of(
                "table",
                "retention",
                "keeps from",
                "live",
                dryRun ? "would drop" : "dropped",
                "first",
                "last",
                "version"));
        for (TableLine line : tables) {
            List<Map<String, String>> dropped = line.dropped();
            table.add(List.of(
                    line.table(),
                    line.retention(),
                    line.firstKept(),
                    Integer.toString(line.live()),
                    Integer.toString(dropped.size()),
                    dropped.isEmpty() ? "" : name(dropped.get(0)),
                    dropped.isEmpty() ? "" : name(dropped.get(dropped.size() - 1)),
                    line.version() == null ? "" : line.version().toString()));
        }
        StringBuilder text =
                new StringBuilder(pipeline + " as of " + asOf + (dryRun ? " (dry run)" : "") + "\n\n" + table);
        for (TableLine line : tables) {
            if (line.spared() > 0) {
                text.append("  note: ")
                        .append(line.table())
                        .append(" keeps ")
                        .append(line.spared())
                        .append(" older ones, so as not to be left with fewer than ")
                        .append(TableRetention.FLOOR)
                        .append(" partitions\n");
            }
            if (dryRun && line.needsConfirmation()) {
                text.append("  note: ").append(line.table()).append(" would lose so many at once only with --yes\n");
            }
        }
        return text.toString();
    }

    private static String name(Map<String, String> values) {
        return String.join("-", values.values());
    }
}
