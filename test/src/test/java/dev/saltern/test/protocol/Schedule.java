/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A state that was reached, and how. Two are equal if whatever follows is the same for both. */
final class Schedule {
    final World world;
    /** Where each process is; null for one that crashed. */
    final List<Publishing.@Nullable Point> points;

    final int faults;
    final int switches;
    /** The process that made the last step, or -1. */
    final int last;

    private final @Nullable Schedule previous;
    private final String step;

    Schedule(
            World world,
            List<Publishing.@Nullable Point> points,
            int faults,
            int switches,
            int last,
            @Nullable Schedule previous,
            String step) {
        this.world = world;
        this.points = points;
        this.faults = faults;
        this.switches = switches;
        this.last = last;
        this.previous = previous;
        this.step = step;
    }

    boolean isRunning(int process) {
        Publishing.Point point = points.get(process);
        return point != null && point.pending != null;
    }

    /** Returns the steps from the beginning. */
    String story() {
        List<String> steps = new ArrayList<>();
        for (Schedule at = this; at != null; at = at.previous) {
            steps.add(at.step);
        }
        Collections.reverse(steps);
        return String.join("\n", steps);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Schedule schedule
                && faults == schedule.faults
                && switches == schedule.switches
                && last == schedule.last
                && world.equals(schedule.world)
                && points.equals(schedule.points);
    }

    @Override
    public int hashCode() {
        return Objects.hash(world, points, faults, switches, last);
    }
}
