/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import dev.saltern.conf.cluster.EmrCluster;
import dev.saltern.conf.cluster.Market;
import dev.saltern.conf.cluster.TaskFleet;
import java.time.Duration;
import java.time.Instant;

/**
 * What each attempt asks for: first the cluster file's own word, then its ladder; with the task nodes that the estimate asks for. When so
 * little time is left that a spot machine taken away would cost the deadline, task nodes are bought on demand.
 *
 * @param cluster the cluster file's word
 * @param taskCores how many processors of task nodes to begin with
 * @param needed how long a launch takes
 * @param deadline when it is given up
 */
record Ladder(EmrCluster cluster, int taskCores, Duration needed, Instant deadline) {
    /** A run that loses its spot machines halfway must fit a second time. */
    private static final int SPARE = 2;

    int attempts() {
        return 1 + cluster.ladder().size();
    }

    EmrCluster attempt(int zeroBasedAttempt, Instant now) {
        EmrCluster wanted = cluster.attempt(zeroBasedAttempt);
        TaskFleet tasks = wanted.tasks();
        if (tasks == null) {
            return wanted;
        }
        boolean late = now.plus(needed.multipliedBy(SPARE)).isAfter(deadline);
        return wanted.withTasks(taskCores, late ? Market.ON_DEMAND : tasks.market());
    }
}
