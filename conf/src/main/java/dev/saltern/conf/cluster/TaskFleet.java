/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.cluster;

import dev.saltern.conf.Key;
import java.util.List;

/**
 * The machines that only compute: they hold no data and no driver, so that losing one costs time alone.
 *
 * @param types the types that may serve
 * @param cores how many virtual processors to begin with
 * @param maxCores how many managed scaling may grow to
 * @param market how they are bought
 * @param spotTimeout how long to wait for spot machines
 */
public record TaskFleet(
        @Key(
                doc =
                        "The types that may serve, of one architecture; on spot at least six, so that one pool running dry stops nothing.",
                required = true)
        List<InstanceType> types,

        @Key(
                doc = "Virtual processors at the start; the estimate of the run may ask for more, up to max-cores.",
                defaultValue = "" + DEFAULT_CORES)
        int cores,

        @Key(
                doc = "Virtual processors up to which managed scaling grows the fleet.",
                defaultValue = "" + DEFAULT_MAX_CORES)
        int maxCores,

        @Key(doc = "How the machines are bought.", defaultValue = "spot")
        Market market,

        @Key(
                doc = "How long to wait for spot machines before they are bought on demand; 5m to 24h.",
                defaultValue = DEFAULT_SPOT_TIMEOUT)
        TimeSpan spotTimeout) {
    /** Virtual processors at the start; range [0, 4000]. */
    public static final int DEFAULT_CORES = 16;

    /** Virtual processors up to which managed scaling grows the fleet; range [cores, 4000]. */
    public static final int DEFAULT_MAX_CORES = 64;

    /** Spot capacity comes within minutes or not for hours: ten minutes tell the two apart. */
    public static final String DEFAULT_SPOT_TIMEOUT = "10m";

    /** The fewest types of a spot fleet. */
    public static final int MIN_SPOT_TYPES = 6;

    public TaskFleet {
        types = List.copyOf(types);
    }
}
