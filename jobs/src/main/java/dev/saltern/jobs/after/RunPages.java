/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.after;

import dev.saltern.conf.DedupeStep;
import dev.saltern.conf.Environment;
import dev.saltern.jobs.observe.Resources;
import dev.saltern.jobs.observe.StageLine;
import dev.saltern.jobs.observe.StageObserver;
import dev.saltern.jobs.publish.run.Lake;
import dev.saltern.jobs.publish.run.RunFolder;
import dev.saltern.jobs.publish.run.SealedRun;
import dev.saltern.jobs.report.History;
import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.report.RunSetting;
import dev.saltern.jobs.report.page.AccountPicture;
import dev.saltern.jobs.report.page.LineageGraph;
import dev.saltern.jobs.report.page.NextSteps;
import dev.saltern.jobs.report.page.OpenLineageEvent;
import dev.saltern.jobs.report.page.PageFolder;
import dev.saltern.jobs.report.page.QuarantineSample;
import dev.saltern.jobs.report.page.RuleTrends;
import dev.saltern.jobs.report.page.RunCosts;
import dev.saltern.jobs.report.page.RunPage;
import dev.saltern.jobs.report.page.SkewTimes;
import dev.saltern.jobs.report.page.TableFiles;
import dev.saltern.jobs.report.past.HistoryPages;
import dev.saltern.jobs.report.past.LaunchCosts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** Writes the page of a run, its JSON and its lineage, once its own report is kept. */
public final class RunPages {
    /** Runs that a trend goes back over. */
    private static final int TREND = 30;

    private static final long PATIENCE_MILLIS = 2_000;

    private final SparkSession session;
    private final Environment environment;
    private final Configuration hadoop;
    private final Lake lake;

    /** Prepares the pages of an environment's lake. */
    public RunPages(SparkSession session, Environment environment, Configuration hadoop) {
        this.session = session;
        this.environment = environment;
        this.hadoop = hadoop;
        this.lake = new Lake(environment.lake());
    }

    /**
     * Writes everything; what was published stays published if that fails.
     *
     * @return the report, with a note if its page could not be written
     */
    public RunReport write(RunReport report, RunTraces traces) {
        try {
            RunPage page = page(report, traces);
            Map<String, String> schemas = new LinkedHashMap<>();
            traces.plan()
                    .sources()
                    .forEach((name, source) ->
                            schemas.put(name, source.declared().json()));
            new PageFolder(environment.lake(), hadoop).write(page, OpenLineageEvent.of(page, lake.root(), schemas));
            new HistoryPages(environment.lake(), hadoop).write();
            return report;
        } catch (IOException | RuntimeException e) {
            // Whatever it is: a day that is published must not end as a failure for the sake of its page.
            return report.noting("Cannot write the page of run " + report.run() + ": " + e
                    + ". The run itself is as this report says");
        }
    }

    private RunPage page(RunReport report, RunTraces traces) throws IOException {
        // Before the page asks Spark for anything itself. One that lacks the last tasks is better than a run that waits
        // for it.
        StageObserver observer = traces.observer();
        boolean unused = observer.settles(session.sparkContext(), PATIENCE_MILLIS);
        List<StageLine> stages = observer.stages();
        Resources resources = observer.resources();
        if (resources.peakHeapBytes() == 0 && session.sparkContext().isLocal()) {
            // Executors tell of their heap every few seconds; a short run in this very process has ended by then.
            resources = resources.withPeakHeap(Around.peakHeapBytes());
        }
        QuarantineSample quarantine = quarantine(traces);
        List<RunReport> latest = latest(report);
        Map<String, String> dedupeFrom = new LinkedHashMap<>();
        traces.plan().pipeline().steps().forEach(step -> {
            if (step instanceof DedupeStep dedupe) {
                dedupeFrom.put(step.name(), dedupe.from());
            }
        });
        Map<String, String> tableFrom = new LinkedHashMap<>();
        traces.plan().pipeline().outputs().forEach((table, output) -> tableFrom.put(table, output.from()));
        Map<String, Integer> files = new LinkedHashMap<>();
        traces.inputs()
                .files()
                .forEach((source, list) -> files.put(source, list.files().size()));
        return new RunPage(
                RunPage.FORMAT,
                report,
                NextSteps.of(report, environment.name(), quarantine.rows() > 0 ? quarantine.table() : null),
                AccountPicture.of(report, dedupeFrom, tableFrom, quarantine),
                RuleTrends.of(latest),
                SkewTimes.of(latest),
                traces.phases(),
                stages,
                resources,
                traces.sealed().stream().map(run -> files(run, traces)).toList(),
                traces.inputs().inputFiles(),
                LineageGraph.of(traces.plan().pipeline(), traces.plan().graph(), files),
                quarantine,
                costs(report),
                Around.of(session, environment, traces.plan(), traces.inputs().codeVersion()));
    }

    private RunCosts costs(RunReport report) throws IOException {
        RunSetting setting = report.setting();
        return new LaunchCosts(environment.lake(), hadoop)
                .of(report.pipeline(), setting == null ? null : setting.launch());
    }

    /** Returns the report and those before it, the latest first; a run beside it may have ended later. */
    private List<RunReport> latest(RunReport report) throws IOException {
        List<RunReport> latest = new ArrayList<>(List.of(report));
        new History(environment.lake(), hadoop)
                .latest(Optional.of(report.pipeline()), TREND).stream()
                        .filter(other -> other.fileName().compareTo(report.fileName()) < 0)
                        .forEach(latest::add);
        return latest;
    }

    private QuarantineSample quarantine(RunTraces traces) {
        String table = traces.plan().quarantine().table();
        return traces.sealed().stream()
                .filter(run -> run.table().table().equals(table))
                .findFirst()
                .map(run -> new QuarantineReader(session, lake).read(run))
                .orElse(new QuarantineSample(table, 0, List.of(), true));
    }

    private static TableFiles files(SealedRun run, RunTraces traces) {
        return TableFiles.of(
                run.manifest(),
                run.path() + "/" + RunFolder.MANIFEST,
                traces.publisher().published().before(run).orElse(null));
    }
}
