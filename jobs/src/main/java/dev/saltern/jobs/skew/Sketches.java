/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.skew;

import dev.saltern.jobs.step.Views;
import dev.saltern.transforms.skew.KeySpread;
import dev.saltern.transforms.skew.Slots;
import dev.saltern.transforms.skew.detect.KeySketch;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was measured of the keys of a run's views. Not thread-safe. */
public final class Sketches {
    private final SketchPlan plan;
    private final Map<KeyOrigin, KeySketch> sketches = new HashMap<>();
    private final Map<KeyOrigin, KeySpread> spreads = new HashMap<>();

    /** Creates an empty collection. */
    public Sketches(SketchPlan plan) {
        this.plan = plan;
    }

    /** Returns which keys are to be measured while views are written down. */
    public SketchPlan plan() {
        return plan;
    }

    /** Adds what was measured while a view was written down. */
    public void add(KeyOrigin origin, KeySketch sketch) {
        sketches.put(origin, sketch);
    }

    /**
     * Returns how the rows of an input spread over its keys, or null if that was not measured. One job over the key columns of a view that is
     * written down, the first time that keys are asked for of which one is hot.
     */
    public @Nullable KeySpread spread(KeyedInput input, Views views) {
        KeyOrigin origin = plan.origin(input).orElse(null);
        KeySketch sketch = origin == null ? null : sketches.get(origin);
        if (origin == null || sketch == null) {
            return null;
        }
        KeySpread measured = spreads.computeIfAbsent(
                origin, key -> sketch.spread(views.require(key.view()), key.keys(), Slots.of(views.session())));
        return new KeySpread(input.keys(), measured.rows(), measured.nullRows(), measured.hot());
    }
}
