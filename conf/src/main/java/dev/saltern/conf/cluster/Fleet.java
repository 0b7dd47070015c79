/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.cluster;

import dev.saltern.conf.Key;
import java.util.List;

/**
 * The machines of the primary node, or of the core nodes.
 *
 * @param types the types that may serve, the dearest wish first
 * @param cores how many virtual processors all of them have together
 */
public record Fleet(
        @Key(doc = "The types that may serve, of one architecture; EMR takes what there is.", required = true)
        List<InstanceType> types,

        @Key(
                doc = "Virtual processors of all of them together; the primary node is always one machine.",
                defaultValue = "" + DEFAULT_CORES)
        int cores) {
    /** Room for the driver and a few executors. Unit: virtual processors; range [1, 4000]. */
    public static final int DEFAULT_CORES = 8;

    public Fleet {
        types = List.copyOf(types);
    }
}
