/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.conf.DedupeStep;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.PivotStep;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.Scope;
import dev.saltern.conf.Step;
import dev.saltern.jobs.plan.PipelinePlan;
import dev.saltern.jobs.skew.Sketches;
import dev.saltern.jobs.step.StepRunner;
import dev.saltern.jobs.step.Views;
import dev.saltern.transforms.Pivot;
import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.Treated;
import dev.saltern.transforms.skew.Treatment;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Computes the steps that an output needs.
 *
 * <p>A step is written down as soon as it is computed if the row account rests on its count (dedupe) or if more than one step or output
 * reads it; the others stay lazy and run as part of what reads them.
 */
final class StepStage {
    private final PipelinePlan plan;
    private final Scope scope;
    private final Map<String, List<String>> pivotValues;
    private final Sketches sketches;
    private final SkewStage skew;
    private final Set<String> written;
    private final Workspace workspace;
    private final RunLog log;
    private final Progress progress;

    StepStage(
            PipelinePlan plan,
            Scope scope,
            Map<String, List<String>> pivotValues,
            Sketches sketches,
            SkewReceipts receipts,
            Workspace workspace,
            RunLog log,
            Progress progress) {
        this.plan = plan;
        this.scope = scope;
        this.pivotValues = new LinkedHashMap<>(pivotValues);
        this.sketches = sketches;
        this.skew = new SkewStage(plan, sketches, receipts);
        this.written = new HashSet<>(plan.sources().keySet());
        this.workspace = workspace;
        this.log = log;
        this.progress = progress;
    }

    /** Computes the steps in order and names them as views. */
    void run(Views views, Map<String, Long> knownRows) {
        StepRunner runner = new StepRunner(
                Map.of("from", scope.from().toString(), "to", scope.to().toString()));
        for (Step step : plan.pipeline().steps()) {
            if (plan.graph().isNeeded(step.name())) {
                try {
                    compute(step, runner, views, knownRows);
                } catch (SalternException e) {
                    throw e;
                } catch (Exception e) {
                    throw new SalternException(
                            ExitCode.STEP_FAILED, "Cannot compute step " + step.name() + ": " + RootCause.of(e), e);
                }
            }
        }
    }

    /** Returns the values of every pivot that named none: those of earlier runs and those of this one. */
    Map<String, List<String>> pivotValues() {
        return pivotValues;
    }

    private void compute(Step step, StepRunner runner, Views views, Map<String, Long> knownRows) {
        if (step instanceof DedupeStep dedupe) {
            dropDuplicates(dedupe, views, knownRows.get(dedupe.from()));
            return;
        }
        if (step instanceof PivotStep pivot && pivot.values().isEmpty()) {
            progress.begins("discovering the values of " + pivot.on());
            TreeSet<String> values = new TreeSet<>(pivotValues.getOrDefault(step.name(), List.of()));
            values.addAll(Pivot.discover(views.require(pivot.from()), pivot.on(), pivot.maxValues()));
            pivotValues.put(step.name(), List.copyOf(values));
        }
        List<String> values = pivotValues.getOrDefault(step.name(), List.of());
        List<Optional<KeySpread>> spreads = skew.spreads(step, views);
        Map<String, String> settings = Map.of();
        if (spreads.isEmpty()) {
            views.put(step.name(), runner.apply(step, views, values));
        } else {
            Treated treated = treated(step, views, values, spreads);
            skew.keep(step, spreads, treated);
            views.put(step.name(), treated.rows());
            settings = treated.settings();
        }
        if (plan.graph().isWrittenDown(step) || !settings.isEmpty()) {
            writeDown(step.name(), views, settings);
        }
    }

    /**
     * A treatment reads its inputs more than once: they are written down for it, but not to find out that none is needed. What was declined
     * of inputs that are not may be right for them as they are written.
     */
    private Treated treated(Step step, Views views, List<String> values, List<Optional<KeySpread>> spreads) {
        Treated treated = skew.treat(step, views, values, spreads);
        boolean isNeedless = treated.receipt().treatment() == Treatment.NONE
                && treated.receipt().declined().isEmpty();
        if (isNeedless || written.containsAll(step.inputs())) {
            return treated;
        }
        step.inputs().forEach(input -> writeDown(input, views));
        return skew.treat(step, views, values, spreads);
    }

    /**
     * Keeps one row of equal keys, and tells how many went.
     *
     * @param known number of rows of the input; null if the input is a step's
     */
    private void dropDuplicates(DedupeStep step, Views views, @Nullable Long known) {
        Dataset<Row> from = views.require(step.from());
        Optional<Duplicates.Rare> rare = Optional.empty();
        if (known != null && Duplicates.mayBeRare(step, known)) {
            progress.begins("looking for duplicates in " + step.from());
            describe(views, "step " + step.name());
            rare = new Duplicates(workspace, sketches).rare(step, from, known);
        }
        views.put(
                step.name(),
                rare.map(Duplicates.Rare::rows)
                        .orElseGet(() -> StepRunner.dedupe(step).apply(from)));
        if (rare.isEmpty() || plan.graph().readers(step.name()) > 1) {
            writeDown(step.name(), views, Map.of());
        }
        log.duplicates(
                step.name(),
                known != null ? known : from.count(),
                rare.map(Duplicates.Rare::count)
                        .orElseGet(() -> views.require(step.name()).count()));
    }

    private void writeDown(String view, Views views) {
        if (!written.contains(view)) {
            writeDown(view, views, Map.of());
        }
    }

    private void writeDown(String view, Views views, Map<String, String> settings) {
        progress.begins("computing " + view);
        describe(views, "step " + view);
        views.put(view, workspace.materialise(view, views.require(view), settings, sketches));
        written.add(view);
    }

    private static void describe(Views views, String what) {
        views.session().sparkContext().setJobDescription(what);
    }
}
