/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What came of one case on one shape.
 *
 * @param step the case
 * @param shape the shape
 * @param runs one run a round of each contestant whose plan is its own, by label, in their order
 * @param notes what each contestant did and why, by label
 * @param sameAsAuto labels of contestants whose plan and settings are those of the automatic choice
 */
record Outcome(
        Case step, Shape shape, Map<String, List<SkewRun>> runs, Map<String, String> notes, Set<String> sameAsAuto) {

    /** Returns the median of how many times as much the first contestant took as the second, in the same round. */
    double ratio(String one, String other, ToDoubleFunction<SkewRun> figure) {
        List<SkewRun> first = runs.getOrDefault(one, List.of());
        List<SkewRun> second = runs.getOrDefault(other, List.of());
        return Median.of(IntStream.range(0, Math.min(first.size(), second.size()))
                .mapToDouble(round ->
                        figure.applyAsDouble(first.get(round)) / Math.max(1e-9, figure.applyAsDouble(second.get(round))))
                .toArray());
    }

    double median(String contestant, ToDoubleFunction<SkewRun> figure) {
        return Median.of(runs.getOrDefault(contestant, List.of()).stream()
                .mapToDouble(figure)
                .toArray());
    }

    /** How many times faster than adaptive execution's defaults the automatic choice would be on the slots. */
    double speedup() {
        return ratio(Contestant.PLAIN.label(), Contestant.AUTO.label(), Outcome::slotSeconds);
    }

    /** How many times as long as the best other plan the automatic choice takes; below 1 if it is the best. */
    double behindBest() {
        return runs.keySet().stream()
                .filter(label -> !label.equals(Contestant.AUTO.label()) && !sameAsAuto.contains(label))
                .mapToDouble(label -> ratio(Contestant.AUTO.label(), label, Outcome::slotSeconds))
                .max()
                .orElse(1);
    }

    static double slotSeconds(SkewRun run) {
        return run.figures().slotSeconds();
    }
}
