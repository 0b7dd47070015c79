/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.observe;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.StageInfo;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.JavaConverters;

/**
 * Which stages wait for which. A stage waits for the stages whose shuffles it reads, for all stages of queries that ended before, and for
 * those whose result the driver had fetched when it was submitted, such as a broadcast. Not thread-safe.
 */
public final class StageOrder {
    /** Adaptive execution gives a shuffle's stage a new number in each job that reads it. */
    private final Map<Integer, Integer> shuffleOfStage = new HashMap<>();

    private final Map<Integer, Integer> stageOfShuffle = new HashMap<>();
    private final Map<Integer, @Nullable String> queryOfStage = new HashMap<>();
    private final BitSet ended = new BitSet();
    /** Of a long run nearly every stage waits for nearly all before it. */
    private final Map<Integer, BitSet> waitsFor = new HashMap<>();

    /** Hears that a job starts. */
    public void started(SparkListenerJobStart start) {
        JavaConverters.seqAsJavaList(start.stageInfos())
                .forEach(stage -> shuffle(stage).foreach(id -> shuffleOfStage.put(stage.stageId(), (Integer) id)));
    }

    /** Hears that a stage starts; of one that is done again for a lost part, the first time counts. */
    public void submitted(SparkListenerStageSubmitted submitted) {
        StageInfo stage = submitted.stageInfo();
        int id = stage.stageId();
        if (waitsFor.containsKey(id)) {
            return;
        }
        String query = query(submitted.properties());
        BitSet before = new BitSet();
        JavaConverters.seqAsJavaList(stage.parentIds()).stream()
                .map(parent -> ran((Integer) parent))
                .filter(waitsFor::containsKey)
                .forEach(before::set);
        ended.stream()
                .filter(other ->
                        query == null || !query.equals(queryOfStage.get(other)) || !shuffleOfStage.containsKey(other))
                .forEach(before::set);
        queryOfStage.put(id, query);
        shuffle(stage).foreach(shuffle -> stageOfShuffle.put((Integer) shuffle, id));
        waitsFor.put(id, before);
    }

    /** Hears that a stage ended; one that was not submitted to this is left out. */
    public void ended(int stage) {
        if (waitsFor.containsKey(stage)) {
            ended.set(stage);
        }
    }

    /** Returns the stages that a stage waits for, without those that another of them waits for; none if it is not known. */
    public Set<Integer> waitsFor(int stage) {
        BitSet all = waits(stage);
        BitSet direct = (BitSet) all.clone();
        all.stream().forEach(before -> direct.andNot(waits(before)));
        return direct.stream().boxed().collect(Collectors.toUnmodifiableSet());
    }

    private BitSet waits(int stage) {
        return waitsFor.getOrDefault(stage, new BitSet());
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
