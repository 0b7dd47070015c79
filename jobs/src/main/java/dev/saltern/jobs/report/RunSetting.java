/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import dev.saltern.jobs.observe.StageTimes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Under what a run was carried out: the next launch is sized by it.
 *
 * @param launch the launch that it belongs to, or null if nothing was launched
 * @param inputBytes the size of the raw files
 * @param cores how many tasks could run at once when it ended
 * @param spilledBytes what its tasks spilled to disk; null in the reports of runs that did not say, as the next two
 * @param peakMemoryBytes the most execution memory that one of its tasks held
 * @param shuffledBytes what its tasks wrote for others to read
 * @param stages how long its tasks took, stage by stage, for a replay on more processors; null in the reports of runs that did not say
 */
public record RunSetting(
        @Nullable String launch,
        long inputBytes,
        int cores,
        @Nullable Long spilledBytes,
        @Nullable Long peakMemoryBytes,
        @Nullable Long shuffledBytes,
        @Nullable List<StageTimes> stages) {
    public RunSetting {
        stages = stages == null ? null : List.copyOf(stages);
    }
}
