/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.cost;

import dev.saltern.conf.cluster.Architecture;
import dev.saltern.conf.cluster.EmrCluster;
import dev.saltern.conf.cluster.InstanceType;
import dev.saltern.conf.cluster.Market;
import dev.saltern.conf.cluster.ServerlessJob;
import dev.saltern.conf.cluster.TaskFleet;
import dev.saltern.conf.schema.KebabCase;
import java.util.List;

/** What an hour of a cluster file costs, before anything runs. */
public final class HourlyCost {
    private static final int FREE_DISK_GIB = 20;

    private final PriceTable prices;

    /** Prices by a table. */
    public HourlyCost(PriceTable prices) {
        this.prices = prices;
    }

    /** Returns an hour of the cluster with the task nodes that it begins with: the cheapest and the dearest of its types. */
    public CostBand of(EmrCluster cluster) {
        CostBand primary = machines(cluster.primary().types(), 1, 0, false);
        CostBand core = machines(cluster.core().types(), 1, cluster.core().cores(), false);
        TaskFleet fleet = cluster.tasks();
        CostBand tasks = fleet == null || fleet.cores() == 0
                ? CostBand.NOTHING
                : machines(fleet.types(), 1, fleet.cores(), fleet.market() == Market.SPOT);
        return primary.plus(core).plus(tasks).plus(disks(cluster));
    }

    /** Returns an hour of a driver and so many executors. */
    public CostBand of(ServerlessJob job, int executors) {
        PriceTable.Worker worker = prices.worker(name(job.architecture()));
        double driver = worker.core() * job.driverCores() + worker.memoryGib() * job.driverMemoryGib();
        double executor = worker.core() * job.executorCores()
                + worker.memoryGib() * job.executorMemoryGib()
                + worker.diskGib() * Math.max(0, job.executorDiskGib() - FREE_DISK_GIB);
        double usd = driver + executors * executor;
        return new CostBand(usd, usd);
    }

    /** Returns the name of an architecture in the table. */
    static String name(Architecture architecture) {
        return KebabCase.of(architecture);
    }

    /** Prices so many processors, or one machine if that is 0, of types that may be mixed. */
    private CostBand machines(List<InstanceType> types, int count, int cores, boolean spot) {
        double low = Double.MAX_VALUE;
        double high = 0;
        for (InstanceType type : types) {
            PriceTable.Machine machine = prices.machine(type.toString());
            double number = cores == 0 ? count : Math.ceil((double) cores / type.cores());
            double share = spot ? prices.spotShare() : 1;
            low = Math.min(low, number * (machine.ec2() * share + machine.emr()));
            high = Math.max(high, number * (machine.ec2() + machine.emr()));
        }
        return new CostBand(low, high);
    }

    private CostBand disks(EmrCluster cluster) {
        TaskFleet tasks = cluster.tasks();
        int cores = cluster.core().cores() + (tasks == null ? 0 : tasks.cores());
        double machines = 1 + Math.ceil(cores / 4.0);
        double usd = prices.diskHour(machines * cluster.diskGib());
        return new CostBand(usd, usd);
    }
}
