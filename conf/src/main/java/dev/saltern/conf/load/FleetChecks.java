/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.cluster.Architecture;
import dev.saltern.conf.cluster.InstanceType;
import dev.saltern.conf.cluster.TaskFleet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the types of the machines of a cluster file. */
final class FleetChecks {
    private final Origins origins;
    private final Problems problems;

    FleetChecks(Origins origins, Problems problems) {
        this.origins = origins;
        this.problems = problems;
    }

    /** Requires types that there are, each once, all of the architecture. */
    void check(String path, List<InstanceType> types, Architecture architecture) {
        if (problems.failed(path) || problems.failedWithin(path)) {
            return;
        }
        Set<InstanceType> seen = new HashSet<>();
        for (int i = 0; i < types.size(); i++) {
            InstanceType type = types.get(i);
            String at = path + "[" + i + "]";
            if (!type.isKnown()) {
                report(
                        at,
                        "Unknown instance type '" + type + "': family '" + type.family() + "'"
                                + Nearest.hint(type.family(), InstanceType.FAMILIES));
            } else if (type.architecture() != architecture) {
                report(
                        at,
                        "Invalid " + at + ": " + type + " (must be " + Scalars.name(architecture)
                                + ", the architecture of the cluster)");
            } else if (!seen.add(type)) {
                report(at, "Invalid " + at + ": " + type + " (must be named once)");
            }
        }
    }

    /** Requires that no single machine is larger than the fleet: EMR would start it all the same. */
    void requireWeights(String path, List<InstanceType> types, int cores) {
        for (int i = 0; i < types.size(); i++) {
            String at = path + ".types[" + i + "]";
            if (types.get(i).cores() > cores && cores > 0) {
                report(
                        at,
                        "Invalid " + at + ": " + types.get(i) + " has "
                                + types.get(i).cores() + " processors (must be at most the " + cores
                                + " of the fleet)");
            }
        }
    }

    /** Requires enough types that one pool of spot machines may run dry. */
    void requireSpotTypes(String path, List<InstanceType> types) {
        if (types.size() < TaskFleet.MIN_SPOT_TYPES) {
            report(
                    path,
                    "Invalid " + path + ": " + types.size() + " types (must be at least " + TaskFleet.MIN_SPOT_TYPES
                            + " on spot, so that one pool running dry stops nothing)");
        }
    }

    private void report(String path, String message) {
        if (!problems.failed(path) && !problems.failedWithin(path)) {
            problems.add(path, origins.of(path), message);
        }
    }
}
