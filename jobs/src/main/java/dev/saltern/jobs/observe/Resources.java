/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.observe;

/**
 * What a run took, all stages together.
 *
 * @param stages how many stages there were
 * @param tasks how many tasks ended well
 * @param failedTasks how many did not
 * @param peakHeapBytes the most heap that one process of Spark used while a task of the run ended in it; 0 where Spark did not say
 * @param amounts what the tasks took and moved
 */
public record Resources(int stages, long tasks, long failedTasks, long peakHeapBytes, Amounts amounts) {
    /** A run that never came to a task. */
    public static final Resources NONE = new Resources(0, 0, 0, 0, Amounts.NONE);

    /** Returns the same with a heap that someone else has measured. */
    public Resources withPeakHeap(long bytes) {
        return new Resources(stages, tasks, failedTasks, bytes, amounts);
    }
}
