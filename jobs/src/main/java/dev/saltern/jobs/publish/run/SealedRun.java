/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

/**
 * A run whose files are complete and will not change.
 *
 * @param table the table that it was written for
 * @param manifest what it holds
 * @param path the run's folder relative to the lake's root
 */
public record SealedRun(TableSpec table, Manifest manifest, String path) {
    /** Returns the location of a partition of this run, relative to the lake's root. */
    public String location(SealedPartition partition) {
        return partition.path().isEmpty() ? path : path + "/" + partition.path();
    }
}
