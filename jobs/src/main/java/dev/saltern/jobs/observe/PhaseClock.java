/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.observe;

import java.util.ArrayList;
import java.util.List;

/** Keeps the time of the phases of a run. Not thread-safe. */
public final class PhaseClock {
    private static final double NANOS = 1e9;

    private final long startedNanos = System.nanoTime();
    private final List<Phase> phases = new ArrayList<>();
    private String name = "";
    private double begun;

    /** Says that what went on has ended and what begins. */
    public void begins(String what) {
        double now = now();
        if (!name.isEmpty()) {
            phases.add(new Phase(name, begun, now - begun));
        }
        name = what;
        begun = now;
    }

    /** Returns the phases so far, the last one up to this moment. */
    public List<Phase> phases() {
        List<Phase> all = new ArrayList<>(phases);
        if (!name.isEmpty()) {
            all.add(new Phase(name, begun, now() - begun));
        }
        return all;
    }

    private double now() {
        return (System.nanoTime() - startedNanos) / NANOS;
    }
}
