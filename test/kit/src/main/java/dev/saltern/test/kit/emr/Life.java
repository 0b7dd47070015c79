/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.emr;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a cluster. Steps beyond those that are written complete within a minute.
 *
 * @param starting how long it takes until its machines are there
 * @param bootstrapping how long they are set up
 * @param terminating how long they take to go
 * @param unstarted how it ends instead of bootstrapping, if it does
 * @param unready how it ends instead of running, if it does
 * @param ending how it ends in any other case, if not as EMR's page says
 * @param steps what becomes of its steps, in order
 */
public record Life(
        Duration starting,
        Duration bootstrapping,
        Duration terminating,
        @Nullable Ending unstarted,
        @Nullable Ending unready,
        @Nullable Ending ending,
        List<StepLife> steps) {
    /** A life in which nothing goes wrong, with the times that people know from EMR. */
    public static final Life GOOD =
            new Life(Duration.ofMinutes(4), Duration.ofMinutes(2), Duration.ofMinutes(1), null, null, null, List.of());

    public Life {
        steps = List.copyOf(steps);
    }

    /** The same, and one more step. */
    public Life step(StepLife step) {
        List<StepLife> more = new ArrayList<>(steps);
        more.add(step);
        return new Life(starting, bootstrapping, terminating, unstarted, unready, ending, more);
    }

    /** The same, but its machines never come. */
    public Life neverStarts(Ending instead) {
        return new Life(starting, bootstrapping, terminating, instead, unready, ending, steps);
    }

    /** The same, but its machines are never ready. */
    public Life neverRuns(Ending instead) {
        return new Life(starting, bootstrapping, terminating, unstarted, instead, ending, steps);
    }

    /** The same, but EMR tells of its end in these words. */
    public Life ends(Ending instead) {
        return new Life(starting, bootstrapping, terminating, unstarted, unready, instead, steps);
    }

    /** The same, so many times as fast. */
    public Life faster(int times) {
        return new Life(
                starting.dividedBy(times),
                bootstrapping.dividedBy(times),
                terminating.dividedBy(times),
                unstarted,
                unready,
                ending,
                steps.stream()
                        .map(step -> new StepLife(
                                step.lasts().dividedBy(times),
                                step.state(),
                                step.reason(),
                                step.message(),
                                step.logFile(),
                                step.atEnd()))
                        .toList());
    }

    StepLife step(int zeroBasedIndex) {
        return zeroBasedIndex < steps.size() ? steps.get(zeroBasedIndex) : StepLife.completes(Duration.ofMinutes(1));
    }
}
