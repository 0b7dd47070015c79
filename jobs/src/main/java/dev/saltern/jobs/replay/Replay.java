/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.replay;

import dev.saltern.conf.Environment;
import dev.saltern.conf.Grain;
import dev.saltern.conf.Scope;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.jobs.report.History;
import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.run.DayRun;
import dev.saltern.jobs.run.Progress;
import dev.saltern.transforms.internal.Spark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Brings back what was set aside, after the rule, the schema or the pipeline was mended.
 *
 * <p>A run computes its days whole from the raw files and replaces their partitions whole. So a replay is a run of the same days: a row
 * that is fit by now comes back, once, and through all the steps; the others are set aside again, once, in place of what the
 * quarantine table held. What a replay adds is the proof: the accounts of both runs, held against each other and against the quarantine
 * table before and after.
 */
public final class Replay {
    private static final String UNCHANGED =
            "Neither the pipeline nor a raw file has changed since the rows were set aside."
                    + " Mend the rule, the schema or the files, see what would come back with --dry-run, and replay again";

    private final SparkSession session;
    private final Environment environment;
    private final LoadedPipeline loaded;
    private final Scope scope;
    private final Progress progress;
    private final Ledger ledger = new Ledger();

    /** Prepares a replay of the days, which are whole partitions of the pipeline; the session's catalog holds the tables. */
    public Replay(
            SparkSession session, Environment environment, LoadedPipeline loaded, Scope scope, Progress progress) {
        this.session = session;
        this.environment = environment;
        this.loaded = loaded;
        this.scope = scope;
        this.progress = progress;
    }

    /** Judges what is set aside by the pipeline as it is; writes nothing to the lake but a workspace, which goes at the end. */
    public ReplayReport rehearse() {
        SetAsideRows rows = rows();
        Map<String, SetAsideRows.Count> before = counts(rows);
        if (before.isEmpty()) {
            return report(ReplayReport.Outcome.NOTHING_QUARANTINED, null);
        }
        new Rehearsal(session, environment, loaded, scope, progress, ledger).judge(rows, before);
        return report(ReplayReport.Outcome.DRY_RUN, null);
    }

    /** Runs the days, unless nothing of them is set aside, and accounts for every row over both runs. */
    public ReplayReport run() {
        SetAsideRows rows = rows();
        Map<String, SetAsideRows.Count> before = counts(rows);
        if (before.isEmpty()) {
            return report(ReplayReport.Outcome.NOTHING_QUARANTINED, null);
        }
        RunReport earlier = earlier(rows.runs());
        RunReport later = new DayRun(session, environment, loaded, scope, progress).run();
        return switch (later.verdict()) {
            case UP_TO_DATE -> unchanged(before, later);
            case REFUSED, FAILED -> report(ReplayReport.Outcome.NOT_PUBLISHED, later);
            case PUBLISHED -> published(earlier, later, before);
        };
    }

    private ReplayReport unchanged(Map<String, SetAsideRows.Count> before, RunReport later) {
        before.forEach((source, count) -> {
            ledger.source(new ReplayReport.SourceLine(source, null, null, count.rows(), count.rows(), 0L, 0L));
            ledger.rules(source, count.byRule(), count.byRule());
        });
        ledger.note(UNCHANGED);
        return report(ReplayReport.Outcome.UNCHANGED, later);
    }

    private ReplayReport published(
            @Nullable RunReport earlier, RunReport later, Map<String, SetAsideRows.Count> before) {
        progress.begins("comparing both runs");
        // A run that a crash had left sealed was published as it is: its report has no account.
        boolean accounted = !later.sources().isEmpty();
        if (!accounted) {
            ledger.note("The run was complete already and had only to be published: it has no account of its sources");
        }
        new TwoRuns(accounted ? earlier : null, later, before, rows().counts(), ledger).compare();
        return report(ReplayReport.Outcome.REPLAYED, later);
    }

    /** Returns the run whose rows are live in just these days, if one run published them all and its report has an account. */
    private @Nullable RunReport earlier(Set<String> runs) {
        Optional<RunReport> last;
        try {
            last = new History(environment.lake(), Spark.state(session).newHadoopConf())
                    .findLatest(
                            loaded.pipeline().name(),
                            report -> report.verdict() == RunReport.Verdict.PUBLISHED && overlaps(report));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the reports of earlier runs", e);
        }
        RunReport report = last.orElse(null);
        if (report != null
                && report.scope().equals(days())
                && runs.equals(Set.of(report.run()))
                && !report.sources().isEmpty()) {
            return report;
        }
        ledger.note("No report of a run of just these days is left"
                + (report == null ? "" : " (the last run that published some of them was of " + report.scope() + ")")
                + ": what came back cannot be told from what is new");
        return null;
    }

    private boolean overlaps(RunReport report) {
        Scope days = Ledger.days(report);
        return days == null || !(days.to().isBefore(scope.from()) || days.from().isAfter(scope.to()));
    }

    private SetAsideRows rows() {
        return SetAsideRows.of(session, environment, loaded.pipeline(), scope);
    }

    private Map<String, SetAsideRows.Count> counts(SetAsideRows rows) {
        progress.begins("counting what is set aside");
        return rows.counts();
    }

    private ReplayReport report(ReplayReport.Outcome outcome, @Nullable RunReport run) {
        return ledger.report(loaded.pipeline().name(), days(), outcome, run);
    }

    private String days() {
        return loaded.pipeline().partitioning().grain() == Grain.NONE ? "all" : scope.toString();
    }
}
