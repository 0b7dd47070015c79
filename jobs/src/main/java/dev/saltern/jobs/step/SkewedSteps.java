/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.step;

import dev.saltern.conf.AggregateStep;
import dev.saltern.conf.JoinStep;
import dev.saltern.conf.MovingAverageStep;
import dev.saltern.conf.PivotStep;
import dev.saltern.conf.Skew;
import dev.saltern.conf.SkewAware;
import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.SkewMode;
import dev.saltern.transforms.skew.Treated;
import dev.saltern.transforms.skew.Treatment;
import dev.saltern.transforms.skew.aggregate.SkewedAggregate;
import dev.saltern.transforms.skew.aggregate.SkewedPivot;
import dev.saltern.transforms.skew.join.Side;
import dev.saltern.transforms.skew.join.SkewedJoin;
import dev.saltern.transforms.skew.window.ChunkedAverage;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Turns a step that brings rows together by key into a frame with the same rows, treated as its {@code skew} says. */
public final class SkewedSteps {
    private final Views views;
    private final List<Optional<KeySpread>> spreads;

    /**
     * Prepares a step.
     *
     * @param spreads how the rows of each input spread over the step's keys, in the order of the inputs
     */
    public SkewedSteps(Views views, List<Optional<KeySpread>> spreads) {
        this.views = views;
        this.spreads = List.copyOf(spreads);
    }

    /**
     * Returns the frame and what was done; may run small jobs over key columns.
     *
     * @param pivotValues the values of a pivot step that names none
     * @param groupedNext whether what reads the step groups its rows by the same keys
     */
    public Treated apply(SkewAware step, List<String> pivotValues, boolean groupedNext) {
        SkewMode mode = mode(step.skew());
        if (step instanceof JoinStep join) {
            SkewedJoin skewed = SkewedJoin.of(Transforms.of(join), mode);
            return (groupedNext ? skewed.beforeGrouping() : skewed)
                    .apply(new Side(rows(join.left()), spread(0)), new Side(rows(join.right()), spread(1)));
        } else if (step instanceof AggregateStep aggregate) {
            return new SkewedAggregate(Transforms.of(aggregate)).apply(rows(aggregate.from()), spread(0), mode);
        } else if (step instanceof PivotStep pivot) {
            return new SkewedPivot(Transforms.of(pivot, pivotValues)).apply(rows(pivot.from()), spread(0), mode);
        }
        MovingAverageStep average = (MovingAverageStep) step;
        return new ChunkedAverage(Transforms.of(average)).apply(rows(average.from()), spread(0), mode);
    }

    private Dataset<Row> rows(String view) {
        return views.require(view);
    }

    private @Nullable KeySpread spread(int input) {
        return input < spreads.size() ? spreads.get(input).orElse(null) : null;
    }

    private static SkewMode mode(Skew skew) {
        if (skew instanceof Skew.Force force) {
            return SkewMode.force(Treatment.valueOf(force.treatment().name()));
        }
        return skew instanceof Skew.Off ? SkewMode.off() : SkewMode.auto();
    }
}
