/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.cluster;

import dev.saltern.conf.Key;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a relaunch changes when there was no capacity; what it does not name stays.
 *
 * @param primary other types of the primary node
 * @param core other types of the core nodes
 * @param tasks other types of the task nodes
 * @param market how the task nodes are bought, or null for the same way
 * @param subnets other subnets, so other availability zones
 */
public record Rung(
        @Key(doc = "Other types of the primary node.") List<InstanceType> primary,
        @Key(doc = "Other types of the core nodes.") List<InstanceType> core,
        @Key(doc = "Other types of the task nodes.") List<InstanceType> tasks,

        @Key(doc = "How the task nodes are bought.") @Nullable
        Market market,

        @Key(doc = "Other subnets, so other availability zones.")
        List<String> subnets) {
    public Rung {
        primary = List.copyOf(primary);
        core = List.copyOf(core);
        tasks = List.copyOf(tasks);
        subnets = List.copyOf(subnets);
    }
}
