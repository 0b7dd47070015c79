/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.skew;

import dev.saltern.jobs.observe.TaskSpread;
import dev.saltern.jobs.own.OwnStages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.spark.Success$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** How long the tasks of each stage took, by the description of the job; register it as a listener. Thread-safe. */
public final class TaskTimes extends SparkListener {
    private static final String DESCRIPTION = "spark.job.description";
    private static final int FEW_TASKS = 2;
    private static final long PATIENCE_MILLIS = 10_000;

    private volatile @Nullable OwnStages own;
    private final Map<Integer, String> descriptions = new HashMap<>();
    private final Map<Integer, List<Long>> millis = new HashMap<>();

    /** Listens while the work is done, to the stages of the run that this thread works for. */
    public <T> T during(SparkSession session, Supplier<T> work) {
        own = OwnStages.of(session.sparkContext());
        session.sparkContext().addSparkListener(this);
        try {
            return work.get();
        } finally {
            session.sparkContext().removeSparkListener(this);
        }
    }

    @Override
    public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
        String description =
                submitted.properties() == null ? null : submitted.properties().getProperty(DESCRIPTION);
        OwnStages wanted = own;
        if (description != null && (wanted == null || wanted.include(submitted))) {
            descriptions.put(submitted.stageInfo().stageId(), description);
        }
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        if (end.reason() == Success$.MODULE$) {
            millis.computeIfAbsent(end.stageId(), stage -> new ArrayList<>())
                    .add(end.taskInfo().duration());
        }
    }

    /** Waits for the times of what has ended, at most a few seconds, and returns whether all came: Spark's queue may lag behind. */
    public boolean settle(SparkSession session) {
        try {
            session.sparkContext().listenerBus().waitUntilEmpty(PATIENCE_MILLIS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /**
     * Returns how long the tasks of a stage took, of the stage of the job that took most task time; null if the job had no stage of three
     * tasks or more.
     */
    public synchronized @Nullable TaskSpread spread(String description) {
        Optional<List<Long>> stage = descriptions.entrySet().stream()
                .filter(entry -> entry.getValue().equals(description))
                .map(entry -> millis.getOrDefault(entry.getKey(), List.of()))
                .filter(tasks -> tasks.size() > FEW_TASKS)
                .max(Comparator.comparingLong(
                        tasks -> tasks.stream().mapToLong(Long::longValue).sum()));
        return stage.map(TaskSpread::of).orElse(null);
    }
}
