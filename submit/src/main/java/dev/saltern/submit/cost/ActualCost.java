/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.cost;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.emr.model.Instance;
import software.amazon.awssdk.services.emr.model.MarketType;
import software.amazon.awssdk.services.emrserverless.model.ResourceUtilization;

/**
 * What a launch did cost: the seconds of each machine, at least a minute, at the price of EC2 and EMR, and its disk. A spot machine is
 * priced at the table's share: EMR does not tell what was paid.
 *
 * @param usd all of it
 * @param machineSeconds of all machines together
 * @param lines by type and market
 */
public record ActualCost(double usd, long machineSeconds, List<Line> lines) {
    private static final long LEAST_SECONDS = 60;
    private static final double SECONDS_OF_HOUR = 3600;

    public ActualCost {
        lines = List.copyOf(lines);
    }

    /** The machines of one type and market. */
    public record Line(String type, String market, int machines, long seconds, double usd) {}

    /** Returns the cost of the machines up to a time; those that never came up cost nothing. */
    public static ActualCost of(List<Instance> machines, int diskGib, PriceTable prices, Instant now) {
        Map<String, Line> lines = new TreeMap<>();
        for (Instance machine : machines) {
            long seconds = seconds(machine, now);
            if (seconds == 0) {
                continue;
            }
            boolean spot = machine.market() == MarketType.SPOT;
            PriceTable.Machine price = prices.machine(machine.instanceType());
            double hour = price.ec2() * (spot ? prices.spotShare() : 1) + price.emr() + prices.diskHour(diskGib);
            Line line = new Line(
                    machine.instanceType(), spot ? "spot" : "on-demand", 1, seconds, hour * seconds / SECONDS_OF_HOUR);
            lines.merge(line.type() + " " + line.market(), line, ActualCost::sum);
        }
        double usd = lines.values().stream().mapToDouble(Line::usd).sum();
        long all = lines.values().stream().mapToLong(Line::seconds).sum();
        return new ActualCost(usd, all, new ArrayList<>(lines.values()));
    }

    /** Returns the cost of a run on EMR Serverless, from what it was billed for. */
    public static ActualCost of(@Nullable ResourceUtilization billed, String architecture, PriceTable prices) {
        if (billed == null) {
            return new ActualCost(0, 0, List.of());
        }
        PriceTable.Worker worker = prices.worker(architecture);
        double usd = billed.vcpuHour() * worker.core()
                + billed.memoryGBHour() * worker.memoryGib()
                + billed.storageGBHour() * worker.diskGib();
        long seconds = Math.round(billed.vcpuHour() * SECONDS_OF_HOUR);
        return new ActualCost(
                usd, seconds, List.of(new Line("serverless " + architecture, "on-demand", 1, seconds, usd)));
    }

    private static long seconds(Instance machine, Instant now) {
        if (machine.status() == null || machine.status().timeline() == null) {
            return 0;
        }
        Instant from = machine.status().timeline().readyDateTime() == null
                ? machine.status().timeline().creationDateTime()
                : machine.status().timeline().readyDateTime();
        Instant end = machine.status().timeline().endDateTime();
        return from == null
                ? 0
                : Math.max(
                        LEAST_SECONDS,
                        Duration.between(from, end == null ? now : end).toSeconds());
    }

    private static Line sum(Line one, Line other) {
        return new Line(
                one.type(),
                one.market(),
                one.machines() + other.machines(),
                one.seconds() + other.seconds(),
                one.usd() + other.usd());
    }
}
