/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.replay;

import dev.saltern.conf.cluster.Cluster;
import dev.saltern.conf.cluster.EmrCluster;
import dev.saltern.conf.cluster.Market;
import dev.saltern.conf.cluster.ServerlessJob;
import dev.saltern.conf.cluster.TaskFleet;
import dev.saltern.submit.cost.CostBand;
import dev.saltern.submit.cost.HourlyCost;
import dev.saltern.submit.size.Sizing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Machines that a cluster file allows.
 *
 * @param cluster the name of the file
 * @param machines what they are, in words
 * @param slots their processors that compute
 * @param startup until the job starts on them
 * @param hour what they cost for an hour
 */
public record FleetOption(String cluster, String machines, int slots, Duration startup, CostBand hour) {
    /** Returns what a cluster file allows on EC2: its core nodes, and from none to the most of its task nodes. */
    public static List<FleetOption> of(Cluster file, EmrCluster cluster, HourlyCost cost) {
        TaskFleet tasks = cluster.tasks();
        int core = cluster.core().cores();
        int most = tasks == null ? 0 : Math.max(tasks.cores(), tasks.maxCores());
        int step = tasks == null
                ? 1
                : tasks.types().stream().mapToInt(type -> type.cores()).min().orElse(1);
        List<FleetOption> options = new ArrayList<>();
        for (int cores = 0; cores <= most && core + cores <= Scaling.MOST_SLOTS; cores += step) {
            Market market = tasks == null ? Market.ON_DEMAND : tasks.market();
            options.add(new FleetOption(
                    file.name(),
                    core + " processors of core nodes, " + cores + " of task nodes",
                    core + cores,
                    Sizing.EMR_STARTUP,
                    cost.of(cluster.withTasks(cores, market))));
        }
        return options;
    }

    /** Returns what a cluster file allows on EMR Serverless: from one executor to the most. */
    public static List<FleetOption> of(Cluster file, ServerlessJob job, HourlyCost cost) {
        List<FleetOption> options = new ArrayList<>();
        for (int executors = 1; executors <= job.maxExecutors(); executors++) {
            int slots = executors * job.executorCores();
            if (slots <= Scaling.MOST_SLOTS) {
                options.add(new FleetOption(
                        file.name(),
                        executors + (executors == 1 ? " executor" : " executors") + " of " + job.executorCores()
                                + " processors",
                        slots,
                        Sizing.SERVERLESS_STARTUP,
                        cost.of(job, executors)));
            }
        }
        return options;
    }
}
