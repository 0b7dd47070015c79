/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.after;

import dev.saltern.jobs.observe.Phase;
import dev.saltern.jobs.observe.StageObserver;
import dev.saltern.jobs.plan.PipelinePlan;
import dev.saltern.jobs.plan.RunInputs;
import dev.saltern.jobs.publish.Publisher;
import dev.saltern.jobs.publish.run.SealedRun;
import java.util.List;

/**
 * What a run leaves behind in memory.
 *
 * @param plan what was planned
 * @param inputs what was read
 * @param publisher knows what was there before
 * @param sealed what was written, also where it was refused
 * @param phases what the run did
 * @param observer what Spark told of it
 */
public record RunTraces(
        PipelinePlan plan,
        RunInputs inputs,
        Publisher publisher,
        List<SealedRun> sealed,
        List<Phase> phases,
        StageObserver observer) {
    /** Copies the lists. */
    public RunTraces {
        sealed = List.copyOf(sealed);
        phases = List.copyOf(phases);
    }
}
