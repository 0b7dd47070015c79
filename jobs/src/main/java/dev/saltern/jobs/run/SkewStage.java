/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.conf.AggregateStep;
import dev.saltern.conf.JoinStep;
import dev.saltern.conf.MovingAverageStep;
import dev.saltern.conf.PivotStep;
import dev.saltern.conf.Skew;
import dev.saltern.conf.SkewAware;
import dev.saltern.conf.Step;
import dev.saltern.jobs.plan.PipelinePlan;
import dev.saltern.jobs.skew.KeyedInput;
import dev.saltern.jobs.skew.Sketches;
import dev.saltern.jobs.step.SkewedSteps;
import dev.saltern.jobs.step.StepGraph;
import dev.saltern.jobs.step.Views;
import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.Treated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Treats the steps whose keys may be hot, and keeps the receipts. */
final class SkewStage {
    private final PipelinePlan plan;
    private final Sketches sketches;
    private final SkewReceipts receipts;

    SkewStage(PipelinePlan plan, Sketches sketches, SkewReceipts receipts) {
        this.plan = plan;
        this.sketches = sketches;
        this.receipts = receipts;
    }

    /** Returns what is known of the keys of a step's inputs, in their order; nothing of a step that treats no skew. */
    List<Optional<KeySpread>> spreads(Step step, Views views) {
        List<Optional<KeySpread>> spreads = new ArrayList<>();
        if (step instanceof SkewAware aware && !(aware.skew() instanceof Skew.Off)) {
            KeyedInput.of(step).forEach(input -> spreads.add(Optional.ofNullable(sketches.spread(input, views))));
        }
        return spreads;
    }

    /** Returns the frame of a step, with the settings that its jobs need. */
    Treated treat(Step step, Views views, List<String> pivotValues, List<Optional<KeySpread>> spreads) {
        return new SkewedSteps(views, spreads).apply((SkewAware) step, pivotValues, isGroupedNext(step));
    }

    /** Keeps the receipt of a step. */
    void keep(Step step, List<Optional<KeySpread>> spreads, Treated treated) {
        String description =
                plan.graph().isWrittenDown(step) || !treated.settings().isEmpty()
                        ? "step " + step.name()
                        : computing(step.name());
        receipts.add(step.name(), KeyedInput.of(step), spreads, treated.receipt(), description);
    }

    /** Returns the description of the job that computes a step which is not written down: that of what reads it. */
    private String computing(String view) {
        for (Step reader : plan.pipeline().steps()) {
            if (plan.graph().isNeeded(reader.name())
                    && StepGraph.inputsOf(reader).contains(view)) {
                return plan.graph().isWrittenDown(reader) ? "step " + reader.name() : computing(reader.name());
            }
        }
        return plan.pipeline().outputs().entrySet().stream()
                .filter(output -> output.getValue().from().equals(view))
                .map(output -> "writing " + output.getKey())
                .findFirst()
                .orElse("");
    }

    /** Returns whether the one step that reads this one brings its rows together by the same keys, without a write between. */
    private boolean isGroupedNext(Step step) {
        return step instanceof JoinStep join
                && !plan.graph().isWrittenDown(step)
                && plan.pipeline().steps().stream()
                        .filter(reader -> reader.inputs().contains(step.name()))
                        .anyMatch(reader -> grouping(reader).containsAll(join.on()));
    }

    private static List<String> grouping(Step reader) {
        if (reader instanceof AggregateStep aggregate) {
            return aggregate.by();
        } else if (reader instanceof PivotStep pivot) {
            return pivot.by();
        }
        return reader instanceof MovingAverageStep average ? average.by() : List.of();
    }
}
