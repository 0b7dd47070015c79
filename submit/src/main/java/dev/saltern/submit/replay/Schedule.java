/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.replay;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;

/**
 * Replays measured tasks on so many slots by list scheduling: whenever a slot is free, it takes the next task of the stages
 * whose predecessors have ended, the stage that could start first going first. Starting a task and moving its data to another machine
 * take no time here.
 *
 * @param slots tasks that run at the same time; at least 1
 * @see <a href="https://doi.org/10.1137/0117039">Graham, Bounds on multiprocessing timing anomalies, 1969</a>
 */
public record Schedule(int slots) {
    /** Returns when the last task ends. */
    public double seconds(List<StageRun> stages) {
        return spans(stages).values().stream().mapToDouble(Span::end).max().orElse(0);
    }

    /**
     * Returns when each stage runs, by its number.
     *
     * @throws IllegalArgumentException if stages wait for each other, or for one that is not there
     */
    public Map<Integer, Span> spans(List<StageRun> stages) {
        PriorityQueue<Double> free = new PriorityQueue<>();
        for (int slot = 0; slot < slots; slot++) {
            free.add(0.0);
        }
        Map<Integer, Span> spans = new LinkedHashMap<>();
        Map<Integer, StageRun> waiting = new LinkedHashMap<>();
        stages.forEach(stage -> waiting.put(stage.id(), stage));
        while (!waiting.isEmpty()) {
            StageRun next = waiting.values().stream()
                    .filter(stage -> spans.keySet().containsAll(stage.waitsFor()))
                    .min(Comparator.comparingDouble((StageRun stage) -> start(stage, spans))
                            .thenComparingInt(StageRun::id))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "Cannot replay " + waiting.size() + " stages: they wait for what never runs"));
            waiting.remove(next.id());
            double start = start(next, spans);
            spans.put(next.id(), new Span(next, start, end(next, start, free)));
        }
        return spans;
    }

    private static double start(StageRun stage, Map<Integer, Span> spans) {
        double ready = stage.waitsFor().stream()
                .mapToDouble(id -> Objects.requireNonNull(spans.get(id)).end())
                .max()
                .orElse(0);
        return ready + stage.gapSeconds();
    }

    private static double end(StageRun stage, double start, PriorityQueue<Double> free) {
        double end = start;
        for (double task : stage.taskSeconds()) {
            double taskEnd = Math.max(start, free.remove()) + task;
            free.add(taskEnd);
            end = Math.max(end, taskEnd);
        }
        return end;
    }
}
