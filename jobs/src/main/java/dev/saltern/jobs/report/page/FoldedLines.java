/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import dev.saltern.jobs.report.RunReport.SourceLine;
import dev.saltern.jobs.report.RunReport.TableLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Lines of a report of which the small ones are put together, so that a picture can hold them. */
final class FoldedLines {
    private FoldedLines() {}

    static List<SourceLine> sources(List<SourceLine> lines, int max) {
        if (lines.size() <= max) {
            return lines;
        }
        List<SourceLine> sorted = lines.stream()
                .sorted(Comparator.comparingLong(SourceLine::read).reversed())
                .toList();
        List<SourceLine> folded = new ArrayList<>(sorted.subList(0, max - 1));
        List<SourceLine> rest = sorted.subList(max - 1, sorted.size());
        folded.add(rest.stream()
                .reduce(
                        new SourceLine(rest.size() + " other sources", 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), 0, Map.of()),
                        (a, b) -> new SourceLine(
                                a.source(),
                                a.files() + b.files(),
                                a.read() + b.read(),
                                a.corrupt() + b.corrupt(),
                                a.parsed() + b.parsed(),
                                a.kept() + b.kept(),
                                a.quarantined() + b.quarantined(),
                                a.dropped() + b.dropped(),
                                a.outside() + b.outside(),
                                Map.of(),
                                a.elsewhere() + b.elsewhere(),
                                Map.of())));
        return folded;
    }

    /** Leaves out the quarantine table, whose rows the other lines tell of. */
    static List<TableLine> tables(List<TableLine> lines, String quarantine, int max) {
        List<TableLine> sorted = lines.stream()
                .filter(line -> !line.table().equals(quarantine))
                .sorted(Comparator.comparingLong(TableLine::rows).reversed())
                .toList();
        if (sorted.size() <= max) {
            return sorted;
        }
        List<TableLine> folded = new ArrayList<>(sorted.subList(0, max - 1));
        List<TableLine> rest = sorted.subList(max - 1, sorted.size());
        folded.add(rest.stream()
                .reduce(
                        new TableLine(rest.size() + " other tables", null, 0, 0, 0, 0, null, null),
                        (a, b) -> new TableLine(
                                a.table(),
                                null,
                                a.partitions() + b.partitions(),
                                a.rows() + b.rows(),
                                a.quarantined() + b.quarantined(),
                                a.dropped() + b.dropped(),
                                null,
                                null)));
        return folded;
    }
}
