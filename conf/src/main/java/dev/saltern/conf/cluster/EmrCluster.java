/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.cluster;

import dev.saltern.conf.Key;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A transient cluster of EMR on EC2: it starts, runs one day, and ends.
 *
 * @param release what is installed
 * @param architecture what its processors are
 * @param primary the primary node
 * @param core the core nodes: the driver lives there, so they are bought on demand
 * @param tasks the task nodes, or null if the core nodes do all the work
 * @param diskGib the gp3 disk of each machine
 * @param idle how long the cluster may idle before it ends itself
 * @param bootstrap what runs on every machine first
 * @param classifications settings of EMR's applications, above those that Saltern sets
 * @param ladder what to try next when there is no capacity
 */
public record EmrCluster(
        @Key(doc = "The release of EMR, 7.8 or later of 7.x.", defaultValue = DEFAULT_RELEASE)
        Release release,

        @Key(doc = "What the processors of all machines are.", defaultValue = "graviton")
        Architecture architecture,

        @Key(doc = "The primary node: one machine, on demand.")
        Fleet primary,

        @Key(doc = "The core nodes, on demand: the driver and the shuffle's safest files live there.")
        Fleet core,

        @Key(doc = "The task nodes, which only compute; without them the core nodes do all the work.") @Nullable
        TaskFleet tasks,

        @Key(
                doc = "The gp3 disk of each machine, in GiB; shuffles and spills go there; 16 to 4096.",
                defaultValue = "" + DEFAULT_DISK_GIB)
        int diskGib,

        @Key(
                doc = "How long the cluster may idle before it ends itself, should everything else fail; 1m to 24h.",
                defaultValue = DEFAULT_IDLE)
        TimeSpan idle,

        @Key(doc = "Scripts that run on every machine before the applications start, in order.")
        List<BootstrapAction> bootstrap,

        @Key(
                doc =
                        "Settings of EMR's applications by classification, such as spark-defaults; they stand above Saltern's own.")
        Map<String, Map<String, String>> classifications,

        @Key(doc = "What to try next, in order, when there is no capacity and no step has started.")
        List<Rung> ladder) {
    /** The newest of 7.x: Spark 3.5.6, Scala 2.12, Java 17. */
    public static final String DEFAULT_RELEASE = "emr-7.13.0";

    /** GiB for each machine; range [16, 4096]. */
    public static final int DEFAULT_DISK_GIB = 64;

    /** Long enough for a step to be submitted, short enough to cost nothing. */
    public static final String DEFAULT_IDLE = "15m";

    public EmrCluster {
        bootstrap = List.copyOf(bootstrap);
        ladder = List.copyOf(ladder);
        classifications = Collections.unmodifiableMap(new LinkedHashMap<>(classifications));
    }

    /** Returns the cluster as the n-th attempt asks for it: 0 is the file's own word, later ones are the ladder's. */
    public EmrCluster attempt(int zeroBasedAttempt) {
        if (zeroBasedAttempt == 0) {
            return this;
        }
        Rung rung = ladder.get(zeroBasedAttempt - 1);
        return new EmrCluster(
                release,
                architecture,
                new Fleet(rung.primary().isEmpty() ? primary.types() : rung.primary(), primary.cores()),
                new Fleet(rung.core().isEmpty() ? core.types() : rung.core(), core.cores()),
                tasks == null ? null : tasks(tasks, rung),
                diskGib,
                idle,
                bootstrap,
                classifications,
                ladder);
    }

    /** Returns the cluster with so many processors of its task nodes to begin with, bought in that way. */
    public EmrCluster withTasks(int cores, Market market) {
        TaskFleet fleet = tasks;
        return fleet == null
                ? this
                : new EmrCluster(
                        release,
                        architecture,
                        primary,
                        core,
                        new TaskFleet(
                                fleet.types(), cores, Math.max(cores, fleet.maxCores()), market, fleet.spotTimeout()),
                        diskGib,
                        idle,
                        bootstrap,
                        classifications,
                        ladder);
    }

    private static TaskFleet tasks(TaskFleet fleet, Rung rung) {
        return new TaskFleet(
                rung.tasks().isEmpty() ? fleet.types() : rung.tasks(),
                fleet.cores(),
                fleet.maxCores(),
                rung.market() == null ? fleet.market() : rung.market(),
                fleet.spotTimeout());
    }
}
