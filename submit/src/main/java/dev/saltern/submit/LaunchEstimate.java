/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.cluster.Cluster;
import dev.saltern.conf.cluster.EmrCluster;
import dev.saltern.conf.cluster.Market;
import dev.saltern.conf.cluster.ServerlessJob;
import dev.saltern.conf.cluster.TaskFleet;
import dev.saltern.conf.cluster.TimeSpan;
import dev.saltern.conf.terminal.Amounts;
import dev.saltern.submit.cost.CostBand;
import dev.saltern.submit.cost.HourlyCost;
import dev.saltern.submit.cost.PriceTable;
import dev.saltern.submit.size.PastRun;
import dev.saltern.submit.size.Sizing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a launch should take and cost.
 *
 * @param sizing the time, and the machines
 * @param cost the cost, or empty where the region has no prices
 * @param prices by which table, or null
 */
record LaunchEstimate(
        Sizing sizing, Optional<CostBand> cost, @Nullable PriceTable prices) {
    private static final double SECONDS_OF_HOUR = 3600;

    static LaunchEstimate of(
            Cluster cluster,
            LaunchOptions.Target target,
            long inputBytes,
            List<PastRun> past,
            @Nullable PriceTable prices) {
        if (target == LaunchOptions.Target.SERVERLESS) {
            ServerlessJob job = serverless(cluster);
            Sizing sizing = Sizing.of(cluster, job, inputBytes, past);
            return priced(
                    sizing,
                    prices,
                    prices == null
                            ? null
                            : new HourlyCost(prices).of(job, Math.max(1, sizing.taskCores() / job.executorCores())));
        }
        EmrCluster emr = emr(cluster);
        Sizing sizing = Sizing.of(cluster, emr, inputBytes, past);
        TaskFleet tasks = emr.tasks();
        EmrCluster sized = emr.withTasks(sizing.taskCores(), tasks == null ? Market.ON_DEMAND : tasks.market());
        return priced(sizing, prices, prices == null ? null : new HourlyCost(prices).of(sized));
    }

    static EmrCluster emr(Cluster cluster) {
        EmrCluster emr = cluster.emr();
        if (emr == null) {
            throw missing(cluster, "emr", "--on serverless");
        }
        return emr;
    }

    static ServerlessJob serverless(Cluster cluster) {
        ServerlessJob job = cluster.serverless();
        if (job == null) {
            throw missing(cluster, "serverless", "--on emr");
        }
        return job;
    }

    /** Returns what is told before a launch, line by line. */
    List<String> lines() {
        String error = sizing.error().isPresent()
                ? String.format(
                        Locale.ROOT, ", off by %.0f%% on those", sizing.error().getAsDouble() * 100)
                : "";
        String input = sizing.inputBytes() == 0 ? "unknown" : Amounts.bytes(sizing.inputBytes());
        List<String> lines = new ArrayList<>(List.of(
                "input     " + input,
                "estimate  " + TimeSpan.show(sizing.total()) + " ("
                        + TimeSpan.show(sizing.startup()) + " to start, "
                        + TimeSpan.show(sizing.job()) + " of work), "
                        + cost.map(CostBand::toString).orElse("cost unknown"),
                "model     " + sizing.model() + error,
                "cores     " + sizing.cores() + ", of them " + sizing.taskCores() + " of tasks; shuffles begin with "
                        + sizing.shufflePartitions() + " partitions"));
        if (prices != null) {
            lines.add("prices    " + prices.caveat());
        }
        return lines;
    }

    /** Returns it for programs. */
    Map<String, Object> map() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("inputBytes", sizing.inputBytes());
        map.put("seconds", sizing.total().toSeconds());
        map.put("startupSeconds", sizing.startup().toSeconds());
        map.put("cores", sizing.cores());
        map.put("taskCores", sizing.taskCores());
        map.put("shufflePartitions", sizing.shufflePartitions());
        map.put("model", sizing.model().toString());
        sizing.error().ifPresent(error -> map.put("error", error));
        cost.ifPresent(band -> {
            map.put("usdLow", band.low());
            map.put("usdHigh", band.high());
        });
        if (prices != null) {
            map.put("prices", prices.source());
        }
        return map;
    }

    /** Throws if the least that it can cost is above the limit. */
    void require(@Nullable Double maxUsd) {
        if (maxUsd == null) {
            return;
        }
        if (cost.isEmpty()) {
            throw new SalternException(
                    ExitCode.DEADLINE,
                    "Cannot keep to --max-usd " + maxUsd
                            + ": there are no prices of the region. Give some with --prices FILE");
        }
        if (cost.get().low() > maxUsd) {
            throw new SalternException(
                    ExitCode.DEADLINE,
                    "Cannot launch within " + CostBand.dollars(maxUsd) + ": the estimate is " + cost.get()
                            + ". Raise max-usd, or the target for fewer machines");
        }
    }

    private static LaunchEstimate priced(Sizing sizing, @Nullable PriceTable prices, @Nullable CostBand hour) {
        return new LaunchEstimate(
                sizing,
                Optional.ofNullable(hour).map(band -> band.times(sizing.total().toSeconds() / SECONDS_OF_HOUR)),
                prices);
    }

    private static SalternException missing(Cluster cluster, String key, String other) {
        return new SalternException(
                ExitCode.INVALID_CONFIGURATION,
                "Missing required " + key + " in cluster " + cluster.name() + ". Launch it with " + other
                        + ", or name another with --cluster");
    }
}
