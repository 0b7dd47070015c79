/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.jobs.report.History;
import dev.saltern.jobs.report.Metrics;
import dev.saltern.jobs.report.RunReport;
import dev.saltern.quality.MetricLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** What earlier runs of a pipeline have told, and what a run tells later ones. */
final class RunMemory {
    private final History reports;
    private final Metrics metrics;

    RunMemory(String lake, String pipeline, Configuration hadoop) {
        this.reports = new History(lake, hadoop);
        this.metrics = new Metrics(lake, pipeline, hadoop);
    }

    /** Returns the reports of all runs. */
    History reports() {
        return reports;
    }

    /** Returns what earlier runs observed, in their order. */
    List<MetricLine> metrics() {
        try {
            return metrics.latest();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the metrics of earlier runs", e);
        }
    }

    /** Keeps the report of a run, and what it observed if its tables are live. */
    void keep(RunReport report, List<MetricLine> observed) {
        try {
            reports.add(report);
            if (report.verdict() == RunReport.Verdict.PUBLISHED && !observed.isEmpty()) {
                metrics.add(report.started(), report.run(), observed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the report of run " + report.run(), e);
        }
    }
}
