/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.backfill;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.Grain;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.Scope;
import dev.saltern.conf.Source;
import dev.saltern.jobs.ledger.Expiry;
import dev.saltern.jobs.ledger.Reason;
import dev.saltern.jobs.ledger.Staleness;
import dev.saltern.jobs.plan.PipelinePlan;
import dev.saltern.jobs.plan.SourcePlan;
import dev.saltern.jobs.stage.SourceFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Which days are due at a moment, and why. */
public final class DaySchedule {
    /** Looking at a day is waiting for the store, not computing. */
    private static final int LOOKERS = 8;

    private final PipelinePlan plan;
    private final Staleness staleness;
    private final Expiry expiry;
    private final Set<Reason.Kind> ignored;

    /**
     * Prepares the questions.
     *
     * @param ignored changes that alone do not make a day due
     */
    public DaySchedule(PipelinePlan plan, Staleness staleness, Expiry expiry, Set<Reason.Kind> ignored) {
        this.plan = plan;
        this.staleness = staleness;
        this.expiry = expiry;
        this.ignored = Set.copyOf(ignored);
    }

    /**
     * Returns the smallest scopes that runs can claim, in order: days, or what the coarsest table holds in one partition.
     *
     * @throws SalternException with {@link ExitCode#USAGE} if a table has no partitions
     */
    public static List<Scope> units(PipelinePlan plan, Scope scope) {
        Grain[] coarsest = {plan.pipeline().partitioning().grain()};
        plan.pipeline().outputs().forEach((name, output) -> {
            Grain grain = plan.pipeline().partitioning(output).grain();
            if (grain == Grain.NONE) {
                throw new SalternException(
                        ExitCode.USAGE,
                        "Cannot run " + plan.pipeline().name() + " day by day: " + name
                                + " has no partitions, so each day would replace the whole table. Use saltern run");
            }
            coarsest[0] = grain.compareTo(coarsest[0]) > 0 ? grain : coarsest[0];
        });
        return scope.periods(coarsest[0]).stream()
                .map(day -> new Scope(day, day).widenedTo(coarsest[0]))
                .toList();
    }

    /** Returns a line for each scope, in their order. */
    public List<DayLine> look(List<Scope> days) {
        ExecutorService lookers = Executors.newFixedThreadPool(LOOKERS);
        try {
            List<Callable<DayLine>> questions = new ArrayList<>();
            days.forEach(day -> questions.add(() -> look(day)));
            List<DayLine> lines = new ArrayList<>();
            for (Future<DayLine> line : lookers.invokeAll(questions)) {
                lines.add(line.get());
            }
            return lines;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SalternException(ExitCode.INTERRUPTED, "Cannot look at the days: interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } finally {
            lookers.shutdownNow();
        }
    }

    /** Returns the key that a run of the day would have. */
    String key(Scope day) {
        return staleness.inputs(day).key().sha256();
    }

    /** Returns whether the day is live, kept, and lacks late rows that are known. */
    boolean isTouched(Scope day) {
        return !expiry.isExpired(day) && staleness.isTouched(day);
    }

    private DayLine look(Scope day) {
        String text = day.toString();
        if (expiry.isExpired(day)) {
            return DayLine.of(text, DayLine.Outcome.EXPIRED, List.of());
        }
        List<Reason> reasons = Staleness.without(staleness.reasons(day, expiry.droppedFrom(day)), ignored);
        if (reasons.isEmpty()) {
            return DayLine.of(text, DayLine.Outcome.UNCHANGED, reasons);
        }
        boolean isNew = reasons.get(0).kind() == Reason.Kind.NEW;
        return isNew && hasNoFiles(staleness.inputs(day).files())
                ? DayLine.of(text, DayLine.Outcome.NO_FILES, List.of())
                : DayLine.of(text, DayLine.Outcome.DUE, reasons);
    }

    /** A run would fail for it, and there may be no business on that day. */
    private boolean hasNoFiles(Map<String, SourceFiles> files) {
        List<SourcePlan> dated = plan.sources().values().stream()
                .filter(source -> plan.graph().isNeeded(source.name())
                        && source.source().noFiles() == Source.NoFiles.FAIL
                        && source.source().path().contains("${"))
                .toList();
        return !dated.isEmpty()
                && dated.stream()
                        .allMatch(source -> files.getOrDefault(source.name(), new SourceFiles(List.of(), List.of()))
                                .files()
                                .isEmpty());
    }
}
