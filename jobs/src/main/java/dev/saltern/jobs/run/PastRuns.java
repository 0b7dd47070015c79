/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.jobs.plan.PipelinePlan;
import dev.saltern.jobs.report.History;
import dev.saltern.jobs.report.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What earlier runs of a pipeline let expect of the next. */
final class PastRuns {
    private static final int LOOKED_AT = 5;

    private PastRuns() {}

    /** Returns the tables from which the latest run that published took no row out; none if there was no such run. */
    static Set<String> cleanTables(History history, PipelinePlan plan) {
        return latest(history, plan).map(PastRuns::clean).orElse(Set.of());
    }

    /** Returns the report of the latest run that published, of the last few. */
    static Optional<RunReport> latest(History history, PipelinePlan plan) {
        return published(history, plan).stream().findFirst();
    }

    private static List<RunReport> published(History history, PipelinePlan plan) {
        try {
            List<RunReport> reports = history.latest(Optional.of(plan.pipeline().name()), LOOKED_AT);
            return reports.stream()
                    .filter(report -> report.verdict() == RunReport.Verdict.PUBLISHED)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the reports of earlier runs", e);
        }
    }

    /** Returns how many bytes of a file a byte of the shuffle before it became, by table, in the latest run that published and could tell. */
    static Map<String, Double> bytesPerShuffledByte(History history, PipelinePlan plan) {
        Map<String, Double> ratios = new HashMap<>();
        for (RunReport report : published(history, plan)) {
            for (RunReport.TableLine table : report.tables()) {
                table.bytesPerShuffledByte().ifPresent(ratio -> ratios.putIfAbsent(table.table(), ratio));
            }
        }
        return ratios;
    }

    private static Set<String> clean(RunReport report) {
        return report.tables().stream()
                .filter(table -> table.quarantined() + table.dropped() == 0)
                .map(RunReport.TableLine::table)
                .collect(Collectors.toSet());
    }
}
