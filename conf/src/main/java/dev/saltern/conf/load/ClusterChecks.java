/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.cluster.BootstrapAction;
import dev.saltern.conf.cluster.Classifications;
import dev.saltern.conf.cluster.Cluster;
import dev.saltern.conf.cluster.EmrCluster;
import dev.saltern.conf.cluster.Market;
import dev.saltern.conf.cluster.Rung;
import dev.saltern.conf.cluster.ServerlessJob;
import dev.saltern.conf.cluster.TaskFleet;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Checks what no single key of a cluster file can tell, and the ranges of its numbers. */
final class ClusterChecks {
    private static final int MAX_CORES = 4000;
    private static final List<Integer> WORKER_CORES = List.of(1, 2, 4, 8, 16);

    private final Map<String, Object> records;
    private final Origins origins;
    private final Problems problems;
    private final FleetChecks fleets;

    ClusterChecks(Binder binder, Problems problems) {
        this.records = binder.recordsByPath();
        this.origins = binder.origins();
        this.problems = problems;
        this.fleets = new FleetChecks(origins, problems);
    }

    void run() {
        records.forEach((path, record) -> {
            if (record instanceof Cluster cluster) {
                checkCluster(cluster);
            } else if (record instanceof EmrCluster emr) {
                checkEmr(path, emr);
            } else if (record instanceof BootstrapAction action) {
                require(path + ".script", action.script(), action.script().startsWith("s3://"), "an s3:// address");
            } else if (record instanceof ServerlessJob job) {
                checkServerless(path, job);
            }
        });
    }

    private void checkCluster(Cluster cluster) {
        new NameChecks(origins, problems).checkTitle("cluster", cluster.name());
        Double maxUsd = cluster.maxUsd();
        if (maxUsd != null) {
            require("max-usd", maxUsd, maxUsd > 0, "more than 0");
        }
        require(
                "target",
                cluster.target(),
                cluster.target().duration().compareTo(cluster.deadline().duration()) <= 0,
                "at most the deadline, " + cluster.deadline());
        if (cluster.emr() == null
                && cluster.serverless() == null
                && !problems.failed("emr")
                && !problems.failedWithin("emr")
                && !problems.failedWithin("serverless")) {
            problems.add(origins.of(""), "Missing required emr or serverless");
        }
    }

    private void checkEmr(String path, EmrCluster emr) {
        require(path + ".disk-gib", emr.diskGib(), emr.diskGib() >= 16 && emr.diskGib() <= 4096, "16 to 4096");
        Duration idle = emr.idle().duration();
        require(
                path + ".idle",
                emr.idle(),
                idle.compareTo(Duration.ofMinutes(1)) >= 0 && idle.compareTo(Duration.ofHours(24)) <= 0,
                "1m to 24h");
        fleets.check(path + ".primary.types", emr.primary().types(), emr.architecture());
        fleets.check(path + ".core.types", emr.core().types(), emr.architecture());
        requireCores(path + ".core.cores", emr.core().cores(), 1);
        fleets.requireWeights(path + ".core", emr.core().types(), emr.core().cores());
        TaskFleet tasks = emr.tasks();
        if (tasks != null) {
            checkTasks(path + ".tasks", tasks, emr);
        }
        for (int i = 0; i < emr.ladder().size(); i++) {
            checkRung(path + ".ladder[" + i + "]", emr.ladder().get(i), emr);
        }
        emr.classifications().keySet().forEach(name -> {
            String at = path + ".classifications." + name;
            if (!Classifications.NAMES.contains(name)) {
                problems.add(
                        origins.of(at),
                        "Unknown classification '" + name + "'" + Nearest.hint(name, Classifications.NAMES));
            }
        });
    }

    private void checkTasks(String path, TaskFleet tasks, EmrCluster emr) {
        fleets.check(path + ".types", tasks.types(), emr.architecture());
        requireCores(path + ".cores", tasks.cores(), 0);
        requireCores(path + ".max-cores", tasks.maxCores(), Math.max(1, tasks.cores()));
        fleets.requireWeights(path, tasks.types(), tasks.maxCores());
        if (tasks.market() == Market.SPOT) {
            fleets.requireSpotTypes(path + ".types", tasks.types());
        }
        Duration wait = tasks.spotTimeout().duration();
        require(
                path + ".spot-timeout",
                tasks.spotTimeout(),
                wait.compareTo(Duration.ofMinutes(5)) >= 0 && wait.compareTo(Duration.ofHours(24)) <= 0,
                "5m to 24h");
    }

    private void checkRung(String path, Rung rung, EmrCluster emr) {
        fleets.check(path + ".primary", rung.primary(), emr.architecture());
        fleets.check(path + ".core", rung.core(), emr.architecture());
        fleets.check(path + ".tasks", rung.tasks(), emr.architecture());
        boolean spot = emr.tasks() != null && emr.tasks().market() == Market.SPOT && rung.market() == null;
        if (!rung.tasks().isEmpty() && (spot || rung.market() == Market.SPOT)) {
            fleets.requireSpotTypes(path + ".tasks", rung.tasks());
        }
        boolean empty = rung.primary().isEmpty()
                && rung.core().isEmpty()
                && rung.tasks().isEmpty()
                && rung.market() == null
                && rung.subnets().isEmpty();
        if (empty && !problems.failedWithin(path)) {
            problems.add(
                    origins.of(path),
                    "Invalid " + path + ": it changes nothing (must name primary, core, tasks, market or subnets)");
        }
    }

    private void checkServerless(String path, ServerlessJob job) {
        requireWorker(path + ".driver", job.driverCores(), job.driverMemoryGib());
        requireWorker(path + ".executor", job.executorCores(), job.executorMemoryGib());
        int disk = job.executorDiskGib();
        require(path + ".executor-disk-gib", disk, disk >= 20 && disk <= 200, "20 to 200");
        require(
                path + ".max-executors",
                job.maxExecutors(),
                job.maxExecutors() >= 1 && job.maxExecutors() <= 1000,
                "1 to 1000");
    }

    private void requireWorker(String path, int cores, int memory) {
        require(path + "-cores", cores, WORKER_CORES.contains(cores), "1, 2, 4, 8 or 16");
        require(
                path + "-memory-gib",
                memory,
                memory >= 2 * cores && memory <= Math.min(120, 8 * cores),
                "2 to 8 for each processor, at most 120");
    }

    private void requireCores(String path, int cores, int least) {
        require(path, cores, cores >= least && cores <= MAX_CORES, least + " to " + MAX_CORES);
    }

    private void require(String path, Object value, boolean right, String range) {
        if (!right && !problems.failed(path)) {
            problems.add(path, origins.of(path), "Invalid " + path + ": " + value + " (must be " + range + ")");
        }
    }
}
