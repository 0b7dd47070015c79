/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.faults;

import java.util.List;
import java.util.Random;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/** Kills an executor by SIGKILL while tasks run on it, some times. Spark starts others. */
public final class KilledExecutors extends SparkListener {
    /** Between two kills: Spark gives up an application whose executors die faster than they start. */
    private static final int TASKS_BETWEEN = 12;

    private final Random random;
    private final int most;
    private int next;
    private int tasks;
    private int killed;
    private int speculative;

    /** Kills at moments that a seed decides. */
    public KilledExecutors(long seed, int most) {
        this.random = new Random(seed);
        this.most = most;
        this.next = 1 + random.nextInt(TASKS_BETWEEN);
    }

    @Override
    public synchronized void onTaskStart(SparkListenerTaskStart start) {
        tasks++;
        speculative += start.taskInfo().speculative() ? 1 : 0;
        if (killed < most && tasks >= next) {
            List<ProcessHandle> executors = LocalCluster.executors();
            if (executors.size() > 1
                    && executors.get(random.nextInt(executors.size())).destroyForcibly()) {
                killed++;
            }
            next = tasks + TASKS_BETWEEN + random.nextInt(TASKS_BETWEEN);
        }
    }

    /** Executors that were killed. */
    public synchronized int killed() {
        return killed;
    }

    /** Tasks that were started beside another one that was slow. */
    public synchronized int speculative() {
        return speculative;
    }
}
