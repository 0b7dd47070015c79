/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Replays measured tasks on so many slots by list scheduling: whenever a slot is free, it takes the next task of the stages
 * whose predecessors have ended, the stage that could start first going first.
 *
 * @param slots tasks that run at the same time
 * @see <a href="https://doi.org/10.1137/0117039">Graham, Bounds on multiprocessing timing anomalies, 1969</a>
 */
record Schedule(int slots) {
    /** Returns when the last task ends. Starting a task and moving its data to another machine take no time here. */
    double seconds(List<StageRun> stages) {
        PriorityQueue<Double> free = new PriorityQueue<>();
        for (int slot = 0; slot < slots; slot++) {
            free.add(0.0);
        }
        Map<Integer, Double> ends = new HashMap<>();
        Set<StageRun> waiting = new HashSet<>(stages);
        while (!waiting.isEmpty()) {
            StageRun next = waiting.stream()
                    .filter(stage -> ends.keySet().containsAll(stage.waitsFor()))
                    .min(Comparator.comparingDouble((StageRun stage) -> start(stage, ends))
                            .thenComparingInt(StageRun::id))
                    .orElseThrow();
            waiting.remove(next);
            ends.put(next.id(), end(next, start(next, ends), free));
        }
        return ends.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    private static double start(StageRun stage, Map<Integer, Double> ends) {
        return stage.waitsFor().stream().mapToDouble(ends::get).max().orElse(0);
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
