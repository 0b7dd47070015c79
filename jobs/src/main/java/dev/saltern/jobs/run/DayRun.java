/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.conf.Environment;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.Grain;
import dev.saltern.conf.InvalidConfigurationException;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.Scope;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.jobs.plan.OutputAnalysis;
import dev.saltern.jobs.plan.OutputPlan;
import dev.saltern.jobs.plan.PipelinePlan;
import dev.saltern.jobs.plan.RunInputs;
import dev.saltern.jobs.publish.run.RunDescription;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.session.Acceleration;
import dev.saltern.jobs.session.Interruption;
import dev.saltern.jobs.skew.SketchPlan;
import dev.saltern.jobs.skew.Sketches;
import dev.saltern.jobs.skew.TaskTimes;
import dev.saltern.jobs.step.Views;
import dev.saltern.quality.MetricLine;
import dev.saltern.transforms.internal.Spark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** One run of a pipeline: from raw files to tables that are published whole, or not at all. Use once. */
public final class DayRun {
    /** The setting in which a launcher names itself. */
    public static final String LAUNCH = "spark.saltern.launch";

    private final SparkSession session;
    private final Configuration hadoop;
    private final Environment environment;
    private final LoadedPipeline loaded;
    private final Scope scope;
    private final RunWatch progress;
    private final Instant started = Instant.now();
    private final RunLog log = new RunLog();
    private final TaskTimes times = new TaskTimes();
    private final SkewReceipts receipts = new SkewReceipts(times);
    private final RunMemory memory;
    private final Lock publishing;
    private LateRows late = new LateRows();
    private List<MetricLine> observed = List.of();

    /**
     * Prepares a run.
     *
     * @param session a session whose catalog holds the tables
     * @param scope the days that the run claims: whole partitions of the pipeline
     */
    public DayRun(
            SparkSession session, Environment environment, LoadedPipeline loaded, Scope scope, Progress progress) {
        this(session, environment, loaded, scope, progress, new ReentrantLock());
    }

    /**
     * Prepares a run beside others in the same Spark.
     *
     * @param session a session of its own
     * @param publishing held while the run changes tables: a catalog is changed by one run at a time, the rest goes on beside it
     */
    public DayRun(
            SparkSession session,
            Environment environment,
            LoadedPipeline loaded,
            Scope scope,
            Progress progress,
            Lock publishing) {
        this.publishing = publishing;
        this.session = session;
        this.hadoop = Spark.state(session).newHadoopConf();
        this.environment = environment;
        this.loaded = loaded;
        this.scope = scope;
        this.progress = new RunWatch(progress, started);
        this.memory = new RunMemory(environment.lake(), loaded.pipeline().name(), hadoop);
    }

    /**
     * Runs the pipeline and returns its report, which is also kept in the lake's history. A refusal and a failure are reports too.
     *
     * @throws InvalidConfigurationException if the pipeline does not fit itself: nothing was read then
     */
    public RunReport run() {
        progress.begins("planning " + loaded.pipeline().name() + " " + days());
        LivePlan live = LivePlan.of(session, environment, loaded);
        PlannedRun planned = PlannedRun.of(session, live, scope);
        return progress.during(session.sparkContext(), planned.run().text(), () -> run(live, planned));
    }

    private RunReport run(LivePlan live, PlannedRun planned) {
        RunInputs inputs = planned.inputs();
        RunId run = planned.run();
        Publication publication = new Publication(live.publisher(), scope, inputs.key());
        RunReport report;
        try {
            RunReport.Verdict verdict = carryOut(publication, live.plan(), inputs, run, live.fixed());
            late.unpublished(planned.ledger(), scope).forEach(log::note);
            Acceleration.of(environment).note().ifPresent(log::note);
            report = report(run, inputs, verdict, exitCode(verdict));
        } catch (SalternException e) {
            boolean interrupted = Interruption.isUnderWay();
            log.refuse(interrupted ? Interruption.MESSAGE : String.valueOf(e.getMessage()));
            report = report(run, inputs, RunReport.Verdict.FAILED, interrupted ? ExitCode.INTERRUPTED : e.exitCode());
        } finally {
            live.publisher().abandon();
        }
        memory.keep(report, observed);
        return progress.tell(report, session, environment, live, inputs, publication.sealed());
    }

    private RunReport.Verdict carryOut(
            Publication publication, PipelinePlan plan, RunInputs inputs, RunId run, FixedValues fixed) {
        progress.begins("reconciling the catalog with the journal");
        Optional<RunReport.Verdict> done = locked(() -> publication.alreadyDone(plan, log));
        if (done.isPresent()) {
            return done.get();
        }
        try (Workspace workspace =
                Workspace.open(environment.lake(), plan.pipeline().name(), run, hadoop)) {
            FixedValues found = times.during(session, () -> write(publication, plan, inputs, run, fixed, workspace));
            inputs.requireKept(hadoop, plan, scope);
            progress.begins("sealing and auditing");
            publication.sealAndAudit(
                    new RunDescription(
                            plan.pipeline().name(),
                            inputs.codeVersion(),
                            loaded.fingerprint(),
                            inputs.inputFiles(late::periods),
                            found.texts()),
                    log);
            if (log.isRefused()) {
                return RunReport.Verdict.REFUSED;
            }
            progress.begins("publishing");
            return locked(() -> {
                publication.commit(log);
                return RunReport.Verdict.PUBLISHED;
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the workspace of the run", e);
        }
    }

    private <T> T locked(Supplier<T> work) {
        publishing.lock();
        try {
            return work.get();
        } finally {
            publishing.unlock();
        }
    }

    private FixedValues write(
            Publication publication,
            PipelinePlan plan,
            RunInputs inputs,
            RunId run,
            FixedValues fixed,
            Workspace workspace) {
        Views views = new Views(session.newSession());
        Parallelism.fit(views.session(), environment, inputs);
        SetAside setAside = new SetAside();
        RunRules rules = new RunRules(started, scope, memory::metrics);
        Sketches sketches = new Sketches(SketchPlan.of(
                plan.pipeline(), plan.sources().keySet(), plan.graph(), plan.foreseen(session, fixed.pivotValues())));
        SourceStage sources =
                new SourceStage(plan, scope, inputs, sketches, workspace, rules, run.text(), log, progress);
        sources.run(views, setAside);
        late = sources.late();
        StepStage steps = new StepStage(plan, scope, fixed.pivotValues(), sketches, receipts, workspace, log, progress);
        steps.run(views, sources.rows());

        OutputStage outputs = new OutputStage(
                plan.quarantine(), rules, scope, run.text(), PastTables.of(memory.reports(), plan), log, progress);
        for (String table : plan.pipeline().outputs().keySet()) {
            OutputPlan output = outputPlan(plan, table, views);
            String path = publication.begin(output.table());
            outputs.write(output, views, path, setAside);
        }
        outputs.writeQuarantine(setAside, views.session(), publication.begin(plan.quarantine()));
        receipts.lines(session).forEach(line -> {
            log.skew(line);
            SkewReceipts.metrics(line).forEach((view, metrics) -> rules.observe(run.text(), view, metrics));
        });
        SkewReceipts.drift(PastRuns.latest(memory.reports(), plan), log.skew()).forEach(log::note);
        observed = rules.observed();
        return new FixedValues(steps.pivotValues());
    }

    /** Returns the plan of an output from the columns that its step has now: what a pivot discovers in this run is known only here. */
    private OutputPlan outputPlan(PipelinePlan plan, String table, Views views) {
        String from =
                Objects.requireNonNull(plan.pipeline().outputs().get(table)).from();
        return OutputAnalysis.require(
                loaded, environment.database(), table, views.require(from).schema(), views);
    }

    /** Returns the days that the run claims as people read them; a pipeline without partitions claims the whole of its tables. */
    private String days() {
        return loaded.pipeline().partitioning().grain() == Grain.NONE ? "all" : scope.toString();
    }

    private ExitCode exitCode(RunReport.Verdict verdict) {
        if (verdict != RunReport.Verdict.REFUSED) {
            return ExitCode.DONE;
        }
        return log.isBalanced() ? ExitCode.QUALITY_GATE : ExitCode.UNBALANCED_ACCOUNT;
    }

    private RunReport report(RunId run, RunInputs inputs, RunReport.Verdict verdict, ExitCode code) {
        double seconds = started.until(Instant.now(), ChronoUnit.MILLIS) / 1000.0;
        RunReport report = log.report(
                run.text(),
                loaded.pipeline().name(),
                days(),
                verdict,
                code.code(),
                inputs.key().sha256(),
                started.truncatedTo(ChronoUnit.SECONDS).toString(),
                seconds);
        return report.under(progress.setting(
                session.sparkContext(), session.conf().get(LAUNCH, null), Parallelism.inputBytes(inputs)));
    }
}
