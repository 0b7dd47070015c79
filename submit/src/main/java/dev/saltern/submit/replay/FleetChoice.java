/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.replay;

import dev.saltern.conf.cluster.TimeSpan;
import dev.saltern.submit.cost.CostBand;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fleet, what a run would take on it, and what it would cost.
 *
 * @param option the fleet
 * @param total from the request to the report
 * @param cost for that time
 */
public record FleetChoice(FleetOption option, Duration total, CostBand cost) {
    private static final double SECONDS_OF_HOUR = 3600;
    /** Spot machines may be had or not: the sure price decides, and between equal ones the hope. */
    private static final Comparator<FleetChoice> CHEAPEST = Comparator.comparingDouble(
                    (FleetChoice choice) -> choice.cost().high())
            .thenComparingDouble(choice -> choice.cost().low())
            .thenComparing(FleetChoice::total);

    /**
     * Returns the cheapest of the fleets on which a run is done in time, or none.
     *
     * @param evenly whether the work of each stage is cut evenly, instead of as it was
     */
    public static Optional<FleetChoice> cheapest(
            RecordedRun run, double growth, List<FleetOption> options, Duration deadline, boolean evenly) {
        return options.stream()
                .map(option -> of(option, seconds(run.on(option.slots(), growth), evenly)))
                .filter(choice -> choice.total().compareTo(deadline) <= 0)
                .min(CHEAPEST);
    }

    /** Returns the fleet on which a run is done first. */
    public static Optional<FleetChoice> fastest(RecordedRun run, double growth, List<FleetOption> options) {
        return options.stream()
                .map(option -> of(option, seconds(run.on(option.slots(), growth), false)))
                .min(Comparator.comparing(FleetChoice::total).thenComparing(CHEAPEST));
    }

    /** Returns it for programs. */
    public Map<String, Object> map() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("cluster", option.cluster());
        map.put("machines", option.machines());
        map.put("slots", option.slots());
        map.put("seconds", total.toSeconds());
        map.put("startupSeconds", option.startup().toSeconds());
        map.put("usdLow", cost.low());
        map.put("usdHigh", cost.high());
        return map;
    }

    /** Returns {@code small, 8 processors of core nodes, 4 of task nodes: 9m (7m to start), $0.12 to $0.15}. */
    @Override
    public String toString() {
        return option.cluster() + ", " + option.machines() + ": " + TimeSpan.show(total) + " ("
                + TimeSpan.show(option.startup()) + " to start), " + cost;
    }

    private static double seconds(Replay replay, boolean evenly) {
        return evenly ? replay.evenSeconds() : replay.seconds();
    }

    private static FleetChoice of(FleetOption option, double seconds) {
        Duration total = option.startup().plusSeconds((long) Math.ceil(seconds));
        return new FleetChoice(option, total, option.hour().times(total.toSeconds() / SECONDS_OF_HOUR));
    }
}
