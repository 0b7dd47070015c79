/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.backfill;

import dev.saltern.conf.Environment;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.Grain;
import dev.saltern.conf.PivotStep;
import dev.saltern.conf.Scope;
import dev.saltern.conf.load.LoadedPipeline;
import dev.saltern.jobs.ledger.Expiry;
import dev.saltern.jobs.ledger.InputLedger;
import dev.saltern.jobs.ledger.Reason;
import dev.saltern.jobs.ledger.Staleness;
import dev.saltern.jobs.plan.CodeVersion;
import dev.saltern.jobs.plan.PipelinePlan;
import dev.saltern.jobs.report.RunPreview;
import dev.saltern.jobs.run.LivePlan;
import dev.saltern.jobs.run.Reopening;
import dev.saltern.jobs.session.Interruption;
import dev.saltern.jobs.stage.Listings;
import dev.saltern.transforms.internal.Spark;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/**
 * Runs the days of a range that are due, each as a run of its own, in one Spark application.
 *
 * <p>What is due is read from journals, manifests and the names of the files, at the start and again behind each round: a backfill that
 * was killed goes on where it was, and days that late rows have touched are run once more, each once however many files touched it.
 */
public final class Backfill {
    private final SparkSession session;
    private final Environment environment;
    private final LoadedPipeline loaded;
    private final BackfillRequest request;
    private final BackfillProgress progress;
    private final String codeVersion;
    private final long startedNanos = System.nanoTime();
    private final List<String> notes = new ArrayList<>();
    private final Map<Scope, DayLine> lines = new TreeMap<>(Comparator.comparing(Scope::from));

    /**
     * Prepares a backfill; use once.
     *
     * @param session a session whose catalog holds the tables; of a dry run any session
     */
    public Backfill(
            SparkSession session,
            Environment environment,
            LoadedPipeline loaded,
            BackfillRequest request,
            BackfillProgress progress) {
        this.session = session;
        this.environment = environment;
        this.loaded = loaded;
        this.request = request;
        this.progress = progress;
        this.codeVersion = CodeVersion.current(loaded.pipeline());
    }

    /** Returns which days of a scope are due and why; none where a table has no partitions. */
    public static List<RunPreview.Day> dayStates(
            SparkSession session, Environment environment, LoadedPipeline loaded, Scope scope) {
        boolean partitioned = loaded.pipeline().outputs().values().stream()
                .noneMatch(output -> loaded.pipeline().partitioning(output).grain() == Grain.NONE);
        if (!partitioned || loaded.pipeline().partitioning().grain() == Grain.NONE) {
            return List.of();
        }
        BackfillRequest request = new BackfillRequest(scope, 1, false, Set.of(), false);
        Backfill backfill = new Backfill(session, environment, loaded, request, BackfillProgress.SILENT);
        return backfill.rehearse().days().stream()
                .map(line -> new RunPreview.Day(
                        line.day(),
                        BackfillPage.word(line.outcome()),
                        line.reasons().stream().map(Reason::text).toList()))
                .toList();
    }

    /** Returns what would be run and why; nothing is run. */
    public BackfillReport rehearse() {
        look();
        return report(true);
    }

    /** Runs the days that are due and returns what became of all. */
    public BackfillReport run() {
        List<Scope> units = look();
        DayRunners runners =
                new DayRunners(session, environment, loaded, parallel(), request.stopOnFailure(), progress);
        List<Scope> due = units.stream()
                .filter(day -> line(day).outcome() == DayLine.Outcome.DUE)
                .toList();
        while (!due.isEmpty() && !runners.isStopped()) {
            progress.planned(due.size());
            lines.putAll(runners.run(ordered(due), lines));
            due = runners.isStopped() ? List.of() : again(units);
        }
        return report(false);
    }

    private List<Scope> look() {
        LivePlan live = LivePlan.of(session, environment, loaded);
        List<Scope> units = DaySchedule.units(live.plan(), request.scope());
        List<DayLine> found = schedule(live).look(units);
        for (int i = 0; i < units.size(); i++) {
            lines.put(units.get(i), found.get(i));
        }
        return units;
    }

    /** Returns the days that late rows of this very backfill have touched, of the range and of the lookback before it. */
    private List<Scope> again(List<Scope> units) {
        if (loaded.pipeline().partitioning().lookback() == 0) {
            return List.of();
        }
        DaySchedule schedule = schedule(LivePlan.of(session, environment, loaded));
        List<Scope> due = new ArrayList<>();
        List<DayLine> found = schedule.look(units);
        for (int i = 0; i < units.size(); i++) {
            Scope day = units.get(i);
            if (found.get(i).outcome() == DayLine.Outcome.DUE && isNew(schedule, day)) {
                lines.put(day, found.get(i));
                due.add(day);
            }
        }
        for (Scope day : Reopening.window(units.get(0), loaded.pipeline().partitioning())) {
            if (schedule.isTouched(day) && isNew(schedule, day)) {
                lines.put(day, schedule.look(List.of(day)).get(0).asLate());
                due.add(day);
            }
        }
        return due;
    }

    /** Returns whether a run of the day would read something else than the one that was tried last. */
    private boolean isNew(DaySchedule schedule, Scope day) {
        DayLine last = lines.get(day);
        return last == null || last.key() == null || !last.key().equals(schedule.key(day));
    }

    private DaySchedule schedule(LivePlan live) {
        PipelinePlan plan = live.plan();
        Staleness staleness = new Staleness(
                plan,
                InputLedger.of(live.publisher(), plan),
                new Listings(Spark.state(session).newHadoopConf()),
                codeVersion);
        return new DaySchedule(plan, staleness, Expiry.on(LocalDate.now(ZoneOffset.UTC), plan), request.ignored());
    }

    private List<Scope> ordered(List<Scope> due) {
        List<Scope> order = new ArrayList<>(due);
        order.sort(Comparator.comparing(Scope::from));
        if (request.newestFirst()) {
            Collections.reverse(order);
        }
        return order;
    }

    private int parallel() {
        boolean discovers = loaded.pipeline().steps().stream()
                .anyMatch(step ->
                        step instanceof PivotStep pivot && pivot.values().isEmpty());
        if (discovers && request.parallel() > 1) {
            notes.add(
                    "The days ran one after the other: a pivot names no values, so each day builds on the columns that"
                            + " those before it found");
            return 1;
        }
        return request.parallel();
    }

    private DayLine line(Scope day) {
        return lines.getOrDefault(day, DayLine.of(day.toString(), DayLine.Outcome.DUE, List.of()));
    }

    private BackfillReport report(boolean dryRun) {
        return new BackfillReport(
                loaded.pipeline().name(),
                request.scope().toString(),
                dryRun,
                List.copyOf(lines.values()),
                (System.nanoTime() - startedNanos) / 1e9,
                exitCode().code(),
                notes);
    }

    private ExitCode exitCode() {
        return Interruption.isUnderWay()
                ? ExitCode.INTERRUPTED
                : lines.values().stream()
                        .filter(DayLine::isBad)
                        .findFirst()
                        .map(line -> ExitCode.of(line.exitCode()))
                        .orElse(ExitCode.DONE);
    }
}
