/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.size;

import dev.saltern.conf.cluster.Cluster;
import dev.saltern.conf.cluster.EmrCluster;
import dev.saltern.conf.cluster.ServerlessJob;
import dev.saltern.conf.cluster.TaskFleet;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a launch should begin with.
 *
 * @param inputBytes the raw files' size
 * @param taskCores the processors of the task nodes; for EMR Serverless the executors' together
 * @param cores all processors that compute
 * @param shufflePartitions how many pieces a shuffle begins with
 * @param startup until the job starts
 * @param job how long the job takes
 * @param error the model's mean error on past runs, as a share, or empty
 * @param model the model itself
 */
public record Sizing(
        long inputBytes,
        int taskCores,
        int cores,
        int shufflePartitions,
        Duration startup,
        Duration job,
        OptionalDouble error,
        TimeModel model) {
    /** Until a job starts on a cluster of one's own: EC2 machines, bootstrap and YARN. */
    public static final Duration EMR_STARTUP = Duration.ofMinutes(7);

    /** Until a job starts on EMR Serverless. */
    public static final Duration SERVERLESS_STARTUP = Duration.ofSeconds(90);

    /** Raw bytes of a shuffle's piece, as the job itself counts: text grows to a few times its size and must fit a task's memory. */
    private static final long BYTES_PER_PARTITION = 16L << 20;

    private static final int MAX_PARTITIONS = 4096;

    /** Returns the sizing of a launch that someone else made. */
    public static Sizing unknown() {
        return new Sizing(0, 0, 0, 0, Duration.ZERO, Duration.ZERO, OptionalDouble.empty(), TimeModel.untaught());
    }

    /** Returns the time from the request to the report. */
    public Duration total() {
        return startup.plus(job);
    }

    /** Sizes a cluster of one's own: as many task nodes as the target takes, within what the file allows. */
    public static Sizing of(Cluster file, EmrCluster cluster, long inputBytes, List<PastRun> past) {
        TimeModel model = TimeModel.fit(past);
        TaskFleet tasks = cluster.tasks();
        int core = cluster.core().cores();
        int most = tasks == null ? 0 : Math.max(tasks.cores(), tasks.maxCores());
        int least = tasks == null ? 0 : tasks.cores();
        int smallest = tasks == null
                ? 1
                : tasks.types().stream().mapToInt(type -> type.cores()).min().orElse(1);
        int wanted = wanted(model, inputBytes, file.target().duration().minus(EMR_STARTUP), core + most) - core;
        int rounded = (int) Math.ceil((double) wanted / smallest) * smallest;
        int taskCores = inputBytes == 0 ? least : Math.max(0, Math.min(most, rounded));
        return sized(model, inputBytes, taskCores, core + taskCores, EMR_STARTUP, past);
    }

    /** Sizes a run on EMR Serverless: as many executors as the target takes, at most the file's. */
    public static Sizing of(Cluster file, ServerlessJob job, long inputBytes, List<PastRun> past) {
        TimeModel model = TimeModel.fit(past);
        int most = job.maxExecutors() * job.executorCores();
        int wanted = inputBytes == 0
                ? most
                : wanted(model, inputBytes, file.target().duration().minus(SERVERLESS_STARTUP), most);
        int executors = Math.max(1, (int) Math.ceil((double) wanted / job.executorCores()));
        int cores = Math.min(most, executors * job.executorCores());
        return sized(model, inputBytes, cores, cores, SERVERLESS_STARTUP, past);
    }

    private static int wanted(TimeModel model, long inputBytes, Duration target, int most) {
        OptionalDouble cores = model.coresFor(inputBytes, target);
        return cores.isEmpty() ? most : (int) Math.min(most, Math.ceil(cores.getAsDouble()));
    }

    private static Sizing sized(
            TimeModel model, long inputBytes, int taskCores, int cores, Duration startup, List<PastRun> past) {
        int partitions = (int) Math.min(MAX_PARTITIONS, Math.max(cores, inputBytes / BYTES_PER_PARTITION));
        Duration job = Duration.ofSeconds(Math.round(model.seconds(inputBytes, Math.max(1, cores))));
        return new Sizing(inputBytes, taskCores, cores, partitions, startup, job, TimeModel.error(past), model);
    }
}
