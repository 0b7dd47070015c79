/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.skew;

import dev.saltern.conf.AggregateStep;
import dev.saltern.conf.JoinStep;
import dev.saltern.conf.MovingAverageStep;
import dev.saltern.conf.PivotStep;
import dev.saltern.conf.Step;
import java.util.List;

/**
 * A view whose rows a step brings together by key.
 *
 * @param view the view's name
 * @param keys the columns of the key
 */
public record KeyedInput(String view, List<String> keys) {
    /** Copies the list. */
    public KeyedInput {
        keys = List.copyOf(keys);
    }

    /** Returns the inputs of a step, in its order; none if it has no keys. */
    public static List<KeyedInput> of(Step step) {
        if (step instanceof JoinStep join) {
            return List.of(new KeyedInput(join.left(), join.on()), new KeyedInput(join.right(), join.on()));
        }
        KeyedInput only = step instanceof AggregateStep aggregate
                ? new KeyedInput(aggregate.from(), aggregate.by())
                : step instanceof PivotStep pivot
                        ? new KeyedInput(pivot.from(), pivot.by())
                        : step instanceof MovingAverageStep average
                                ? new KeyedInput(average.from(), average.by())
                                : new KeyedInput("", List.of());
        return only.keys().isEmpty() ? List.of() : List.of(only);
    }
}
