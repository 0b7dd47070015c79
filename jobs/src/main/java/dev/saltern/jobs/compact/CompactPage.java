/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.compact;

import dev.saltern.conf.terminal.Amounts;
import dev.saltern.jobs.report.TextTable;
import java.util.List;
import java.util.Locale;

/** A compaction as a person reads it on a terminal. */
public final class CompactPage {
    private CompactPage() {}

    /** Returns the page; ends with a line feed. */
    public static String of(CompactReport report) {
        StringBuilder page = new StringBuilder();
        TextTable table = new TextTable(
                List.of("table", "partitions", "to compact", "rows", "files", "then", "size", "then", "version"));
        for (CompactReport.TableLine line : report.tables()) {
            table.add(List.of(
                    line.table(),
                    Integer.toString(line.looked()),
                    Integer.toString(line.partitions()),
                    String.format(Locale.ROOT, "%,d", line.rows()),
                    Integer.toString(line.filesBefore()),
                    Integer.toString(line.filesAfter()),
                    Amounts.bytes(line.bytesBefore()),
                    line.bytesAfter() == null ? "" : Amounts.bytes(line.bytesAfter()),
                    line.version() == null ? "" : line.version().toString()));
        }
        page.append(table).append('\n');
        report.notes().forEach(note -> page.append("  note: ").append(note).append('\n'));
        boolean gains = report.tables().stream().anyMatch(line -> line.partitions() > 0);
        if (!gains) {
            return page.append("Nothing to compact: no partition has more files than it should\n")
                    .toString();
        }
        page.append(
                report.dryRun()
                        ? "Dry run, nothing is written\n"
                        : "The rows are the same; saltern gc removes the old files when nothing needs them\n");
        return page.toString();
    }
}
