/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.cluster.Cluster;
import dev.saltern.conf.cluster.EmrCluster;
import dev.saltern.conf.cluster.ServerlessJob;
import dev.saltern.conf.cluster.TimeSpan;
import dev.saltern.submit.cost.HourlyCost;
import dev.saltern.submit.cost.PriceTable;
import dev.saltern.submit.replay.FleetChoice;
import dev.saltern.submit.replay.FleetOption;
import dev.saltern.submit.replay.RecordedRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest fleet on which a run is done in time.
 *
 * @param deadline from the request to the report
 * @param cheapest the fleet, or empty if none is fast enough
 * @param evenly the fleet if the work of each stage were cut evenly, or empty if none is fast enough even so
 * @param fastest the one that is done first, or empty if no cluster file can be launched so
 * @param prices what the price stands on
 */
record FleetSearch(
        Duration deadline,
        Optional<FleetChoice> cheapest,
        Optional<FleetChoice> evenly,
        Optional<FleetChoice> fastest,
        PriceTable prices) {
    static FleetSearch of(
            RecordedRun run,
            double growth,
            List<Cluster> clusters,
            LaunchOptions.Target target,
            @Nullable PriceTable prices,
            Duration deadline) {
        if (prices == null) {
            throw new SalternException(
                    ExitCode.INVALID_CONFIGURATION,
                    "Cannot find the cheapest fleet: there are no prices of the environment's region. Leave --deadline"
                            + " away to see the time alone");
        }
        HourlyCost cost = new HourlyCost(prices);
        List<FleetOption> options = clusters.stream()
                .flatMap(cluster -> options(cluster, target, cost))
                .toList();
        return new FleetSearch(
                deadline,
                FleetChoice.cheapest(run, growth, options, deadline, false),
                FleetChoice.cheapest(run, growth, options, deadline, true),
                FleetChoice.fastest(run, growth, options),
                prices);
    }

    /** Returns it for people, line by line. */
    List<String> lines() {
        String within = "within " + TimeSpan.show(deadline);
        List<String> lines = new ArrayList<>();
        lines.add(cheapest.map(choice -> "cheapest " + within + ": " + choice)
                .or(() -> fastest.map(choice ->
                        "with tasks as they were cut no fleet is done " + within + "; the fastest is " + choice))
                .orElse("no cluster file says how to launch so"));
        evenly.filter(choice -> cheapest.isEmpty()
                        || !choice.option().equals(cheapest.get().option()))
                .ifPresent(choice -> lines.add("if each stage were cut evenly: " + choice));
        lines.add("prices " + prices.caveat());
        return lines;
    }

    /** Returns it for programs. */
    Map<String, Object> map() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("deadlineSeconds", deadline.toSeconds());
        cheapest.ifPresent(choice -> map.put("cheapest", choice.map()));
        evenly.ifPresent(choice -> map.put("cutEvenly", choice.map()));
        fastest.ifPresent(choice -> map.put("fastest", choice.map()));
        map.put("prices", prices.source());
        return map;
    }

    private static Stream<FleetOption> options(Cluster cluster, LaunchOptions.Target target, HourlyCost cost) {
        EmrCluster emr = cluster.emr();
        ServerlessJob job = cluster.serverless();
        if (target == LaunchOptions.Target.SERVERLESS) {
            return job == null ? Stream.empty() : FleetOption.of(cluster, job, cost).stream();
        }
        return emr == null ? Stream.empty() : FleetOption.of(cluster, emr, cost).stream();
    }
}
