/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What came of one case on one shape.
 *
 * @param step the case
 * @param shape the shape
 * @param rows rows of the facts
 * @param byProcessor whether tasks were measured by their processor time
 * @param runs one run a round of each contestant whose plan is its own, by label, in their order
 * @param notes what each contestant did and why, by label
 * @param sameAsAuto labels of contestants whose plan and settings are those of the automatic choice
 */
record Outcome(
        Case step,
        Shape shape,
        long rows,
        boolean byProcessor,
        Map<String, List<SkewRun>> runs,
        Map<String, String> notes,
        Set<String> sameAsAuto) {

    /** Returns the same with the rounds of an earlier run of the command before its own; without them if plans have changed. */
    Outcome after(Outcome earlier) {
        if (!notes.equals(earlier.notes) || !runs.keySet().equals(earlier.runs.keySet())) {
            return this;
        }
        Map<String, List<SkewRun>> all = new LinkedHashMap<>();
        runs.forEach((label, own) -> all.put(
                label,
                Stream.concat(earlier.runs.get(label).stream(), own.stream()).toList()));
        return new Outcome(step, shape, rows, byProcessor, all, notes, sameAsAuto);
    }

    /** Returns whether every contestant took part. */
    boolean isWhole() {
        return notes.size() == Contestant.of(step).size();
    }

    int rounds() {
        return runs.values().stream().mapToInt(List::size).max().orElse(0);
    }

    /** Returns the median of how many times as much the first contestant took as the second, in the same round. */
    double ratio(String one, String other, ToDoubleFunction<SkewRun> figure) {
        List<SkewRun> first = runs.getOrDefault(one, List.of());
        List<SkewRun> second = runs.getOrDefault(other, List.of());
        return Median.of(IntStream.range(0, Math.min(first.size(), second.size()))
                .mapToDouble(round -> figure.applyAsDouble(first.get(round))
                        / Math.max(1e-9, figure.applyAsDouble(second.get(round))))
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
        return behind(best());
    }

    /** The label of the best plan that is not the automatic choice; the choice itself if there is no other. */
    String best() {
        return runs.keySet().stream()
                .filter(label -> !label.equals(Contestant.AUTO.label()) && !sameAsAuto.contains(label))
                .max(Comparator.comparingDouble(this::behind))
                .orElse(Contestant.AUTO.label());
    }

    private double behind(String label) {
        return ratio(Contestant.AUTO.label(), label, Outcome::slotSeconds);
    }

    static double slotSeconds(SkewRun run) {
        return run.figures().slotSeconds();
    }
}
