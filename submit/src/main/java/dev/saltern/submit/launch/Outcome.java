/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import dev.saltern.submit.cost.ActualCost;
import java.util.List;
import java.util.Optional;

/**
 * What became of a launch.
 *
 * @param verdict how it ended
 * @param ids the clusters or job runs that it started, in order
 * @param report what the job wrote
 * @param cost what it did cost, or empty where that is not known
 */
public record Outcome(Verdict verdict, List<String> ids, Optional<RunView> report, Optional<ActualCost> cost) {
    public Outcome {
        ids = List.copyOf(ids);
    }

    /** Returns the cluster or job run that the verdict is about, or the empty text. */
    public String last() {
        return ids.isEmpty() ? "" : ids.get(ids.size() - 1);
    }
}
