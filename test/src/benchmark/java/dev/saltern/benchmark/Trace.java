/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.StageInfo;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.JavaConverters;

/**
 * Listens to what stages and tasks of one contestant do. Events come one at a time.
 *
 * <p>A stage waits for the stages whose shuffles it reads, for all stages of queries that ended before, and for those whose
 * result the driver had fetched when it was submitted, such as a broadcast.
 */
final class Trace extends SparkListener {
    private static final double MILLIS = 1e3;
    private static final double NANOS = 1e9;

    private final boolean byProcessor;
    /** Adaptive execution gives a shuffle's stage a new number in each job that reads it. */
    private final Map<Integer, Integer> shuffleOfStage = new HashMap<>();

    private final Map<Integer, Integer> stageOfShuffle = new HashMap<>();
    private final Map<Integer, @Nullable String> queryOfStage = new HashMap<>();
    private final Set<Integer> ended = new HashSet<>();
    private final Map<Integer, Set<Integer>> waitsFor = new HashMap<>();
    private final Map<Integer, SortedMap<Integer, Double>> taskSeconds = new HashMap<>();
    private long peakBytes;
    private long spilledBytes;

    /** Takes the processor time of tasks, or else the time that they ran for. */
    Trace(boolean byProcessor) {
        this.byProcessor = byProcessor;
    }

    @Override
    public void onJobStart(SparkListenerJobStart start) {
        JavaConverters.seqAsJavaList(start.stageInfos())
                .forEach(stage -> shuffle(stage).foreach(id -> shuffleOfStage.put(stage.stageId(), (Integer) id)));
    }

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
        StageInfo stage = submitted.stageInfo();
        int id = stage.stageId();
        String query = query(submitted.properties());
        Set<Integer> before = new HashSet<>();
        JavaConverters.seqAsJavaList(stage.parentIds()).forEach(parent -> before.add(ran((Integer) parent)));
        ended.stream()
                .filter(other ->
                        query == null || !query.equals(queryOfStage.get(other)) || !shuffleOfStage.containsKey(other))
                .forEach(before::add);
        queryOfStage.put(id, query);
        shuffle(stage).foreach(shuffle -> stageOfShuffle.put((Integer) shuffle, id));
        waitsFor.put(id, before);
        taskSeconds.put(id, new TreeMap<>());
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
        ended.add(completed.stageInfo().stageId());
    }

    /** Returns the figures; to be asked when all events have come. */
    Figures figures(Schedule schedule) {
        List<StageRun> stages = new ArrayList<>();
        waitsFor.forEach((id, before) -> {
            before.retainAll(waitsFor.keySet());
            stages.add(new StageRun(
                    id,
                    before,
                    List.copyOf(taskSeconds.getOrDefault(id, new TreeMap<>()).values())));
        });
        StageRun longest = stages.stream()
                .max(Comparator.comparingDouble(StageRun::seconds))
                .orElseThrow();
        return new Figures(schedule.seconds(stages), longest.heaviestOverMedian(), peakBytes, spilledBytes);
    }

    private int ran(int stage) {
        Integer shuffle = shuffleOfStage.get(stage);
        return shuffle == null ? stage : stageOfShuffle.getOrDefault(shuffle, stage);
    }

    private static Option<Object> shuffle(StageInfo stage) {
        return stage.shuffleDepId();
    }

    private static @Nullable String query(@Nullable Properties properties) {
        return properties == null ? null : properties.getProperty("spark.sql.execution.id");
    }
}
