/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import dev.saltern.jobs.observe.StageOrder;
import dev.saltern.submit.replay.Schedule;
import dev.saltern.submit.replay.StageRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Listens to what stages and tasks of one contestant do. Events come one at a time. */
final class Trace extends SparkListener {
    private static final double MILLIS = 1e3;
    private static final double NANOS = 1e9;

    private final boolean byProcessor;
    private final StageOrder order = new StageOrder();
    private final Map<Integer, SortedMap<Integer, Double>> taskSeconds = new HashMap<>();
    private long peakBytes;
    private long spilledBytes;

    /** Takes the processor time of tasks, or else the time that they ran for. */
    Trace(boolean byProcessor) {
        this.byProcessor = byProcessor;
    }

    @Override
    public void onJobStart(SparkListenerJobStart start) {
        order.started(start);
    }

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
        order.submitted(submitted);
        taskSeconds.put(submitted.stageInfo().stageId(), new TreeMap<>());
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        TaskMetrics metrics = end.taskMetrics();
        SortedMap<Integer, Double> seconds = taskSeconds.get(end.stageId());
        if (metrics == null || seconds == null) {
            return;
        }
        seconds.put(
                end.taskInfo().index(),
                byProcessor
                        ? (metrics.executorCpuTime() + metrics.executorDeserializeCpuTime()) / NANOS
                        : (metrics.executorRunTime()
                                        + metrics.executorDeserializeTime()
                                        + metrics.resultSerializationTime())
                                / MILLIS);
        peakBytes = Math.max(peakBytes, metrics.peakExecutionMemory());
        spilledBytes += metrics.diskBytesSpilled();
    }

    @Override
    public void onStageCompleted(SparkListenerStageCompleted completed) {
        order.ended(completed.stageInfo().stageId());
    }

    /** Returns the figures; to be asked when all events have come. */
    Figures figures(Schedule schedule) {
        List<StageRun> stages = new ArrayList<>();
        taskSeconds.forEach((id, tasks) -> stages.add(
                new StageRun(id, "", order.waitsFor(id), 0, List.copyOf(tasks.values()))));
        StageRun longest = stages.stream()
                .max(Comparator.comparingDouble(StageRun::taskSecondsTogether))
                .orElseThrow();
        return new Figures(schedule.seconds(stages), heaviestOverMedian(longest), peakBytes, spilledBytes);
    }

    /** Returns how many times as long the longest task took as the middle one, of 1 ms at least. */
    private static double heaviestOverMedian(StageRun stage) {
        double[] all = stage.taskSeconds().stream().mapToDouble(Double::doubleValue).toArray();
        return all.length == 0 ? 1 : stage.longestTask() / Math.max(0.001, Median.of(all));
    }
}
