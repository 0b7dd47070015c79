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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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
        if (step instanceof PivotStep pivot && pivot.values().isEmpty()) {
            progress.begins("discovering the values of " + pivot.on());
            TreeSet<String> values = new TreeSet<>(pivotValues.getOrDefault(step.name(), List.of()));
            values.addAll(Pivot.discover(views.require(pivot.from()), pivot.on(), pivot.maxValues()));
            pivotValues.put(step.name(), List.copyOf(values));
        }
        List<String> values = pivotValues.getOrDefault(step.name(), List.of());
        List<Optional<KeySpread>> spreads = skew.spreads(step, views);
        Dataset<Row> frame;
        Map<String, String> settings = Map.of();
        if (spreads.isEmpty()) {
            frame = runner.apply(step, views, values);
        } else {
            if (spreads.stream()
                    .flatMap(Optional::stream)
                    .anyMatch(spread -> !spread.hot().isEmpty())) {
                // A treatment reads its inputs more than once.
                step.inputs().forEach(input -> writeDown(input, views));
            }
            Treated treated = skew.treat(step, views, values, spreads);
            frame = treated.rows();
            settings = treated.settings();
        }
        views.put(step.name(), frame);
        if (plan.graph().isWrittenDown(step) || !settings.isEmpty()) {
            writeDown(step.name(), views, settings);
        }
        frame = views.require(step.name());
        if (step instanceof DedupeStep dedupe) {
            Long known = knownRows.get(dedupe.from());
            long rowsIn = known != null ? known : views.require(dedupe.from()).count();
            log.duplicates(step.name(), rowsIn, frame.count());
        }
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
