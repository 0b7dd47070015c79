/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.step;

import dev.saltern.conf.AggregateStep;
import dev.saltern.conf.JoinStep;
import dev.saltern.conf.MovingAverageStep;
import dev.saltern.conf.PivotStep;
import dev.saltern.transforms.Aggregate;
import dev.saltern.transforms.Frame;
import dev.saltern.transforms.Join;
import dev.saltern.transforms.MovingAverage;
import dev.saltern.transforms.Pivot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The transforms that steps name. */
final class Transforms {
    private Transforms() {}

    static Join of(JoinStep step) {
        return new Join(Join.Type.valueOf(step.type().name()), step.on());
    }

    static Aggregate of(AggregateStep step) {
        return new Aggregate(step.by(), step.measures());
    }

    /** Returns the transform, with the values that were found where the step names none. */
    static Pivot of(PivotStep step, List<String> found) {
        return new Pivot(
                step.by(), step.on(), step.values().isEmpty() ? found : step.values(), functions(step.aggregate()));
    }

    static MovingAverage of(MovingAverageStep step) {
        return new MovingAverage(step.by(), step.order(), step.value(), Frame.parse(step.window()), step.as());
    }

    /** {@code {mean: avg}} in the pipeline is the expression {@code avg(`mean`)} named mean. */
    private static Map<String, String> functions(Map<String, String> aggregate) {
        Map<String, String> expressions = new LinkedHashMap<>();
        aggregate.forEach(
                (column, function) -> expressions.put(column, function + "(`" + column.replace("`", "``") + "`)"));
        return expressions;
    }
}
