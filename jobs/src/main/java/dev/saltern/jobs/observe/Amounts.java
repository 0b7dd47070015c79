/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.observe;

import org.apache.spark.executor.TaskMetrics;

/**
 * What tasks took and moved.
 *
 * @param taskMillis time of the tasks, added up
 * @param cpuMillis of it on a processor
 * @param collectionMillis of it in the garbage collection
 * @param peakTaskBytes the most memory that one task held for sorting, hashing and joining
 * @param spilledMemoryBytes what was spilled, by its size in memory
 * @param spilledDiskBytes the same by its size on disk
 * @param shuffleReadBytes read from shuffles
 * @param shuffleWrittenBytes written to shuffles
 * @param networkBytes of what was read from shuffles or returned, what came from another machine or to the driver
 * @param storageReadBytes read from files
 * @param storageReadRows rows of these files
 * @param storageWrittenBytes written to files
 * @param storageWrittenRows rows of those files
 */
public record Amounts(
        long taskMillis,
        long cpuMillis,
        long collectionMillis,
        long peakTaskBytes,
        long spilledMemoryBytes,
        long spilledDiskBytes,
        long shuffleReadBytes,
        long shuffleWrittenBytes,
        long networkBytes,
        long storageReadBytes,
        long storageReadRows,
        long storageWrittenBytes,
        long storageWrittenRows) {
    /** Nothing yet. */
    public static final Amounts NONE = new Amounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Returns what a task took. */
    static Amounts of(TaskMetrics task) {
        return new Amounts(
                task.executorRunTime(),
                task.executorCpuTime() / NANOS_PER_MILLI,
                task.jvmGCTime(),
                task.peakExecutionMemory(),
                task.memoryBytesSpilled(),
                task.diskBytesSpilled(),
                task.shuffleReadMetrics().totalBytesRead(),
                task.shuffleWriteMetrics().bytesWritten(),
                task.shuffleReadMetrics().remoteBytesRead() + task.resultSize(),
                task.inputMetrics().bytesRead(),
                task.inputMetrics().recordsRead(),
                task.outputMetrics().bytesWritten(),
                task.outputMetrics().recordsWritten());
    }

    /** Returns both together; of the peaks the higher one. */
    public Amounts plus(Amounts other) {
        return new Amounts(
                taskMillis + other.taskMillis,
                cpuMillis + other.cpuMillis,
                collectionMillis + other.collectionMillis,
                Math.max(peakTaskBytes, other.peakTaskBytes),
                spilledMemoryBytes + other.spilledMemoryBytes,
                spilledDiskBytes + other.spilledDiskBytes,
                shuffleReadBytes + other.shuffleReadBytes,
                shuffleWrittenBytes + other.shuffleWrittenBytes,
                networkBytes + other.networkBytes,
                storageReadBytes + other.storageReadBytes,
                storageReadRows + other.storageReadRows,
                storageWrittenBytes + other.storageWrittenBytes,
                storageWrittenRows + other.storageWrittenRows);
    }
}
