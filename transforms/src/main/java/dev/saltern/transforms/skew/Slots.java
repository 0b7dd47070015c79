/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.skew;

import dev.saltern.transforms.internal.Spark;
import org.apache.spark.sql.SparkSession;

/**
 * What a query has to run on.
 *
 * @param slots tasks that run at the same time, 1 or more
 * @param partitions pieces that a shuffle is cut into, 1 or more
 */
public record Slots(int slots, int partitions) {
    /** Reads them off a session: its default parallelism and its {@code spark.sql.shuffle.partitions}. */
    public static Slots of(SparkSession session) {
        return new Slots(
                session.sparkContext().defaultParallelism(),
                Spark.state(session).conf().numShufflePartitions());
    }

    /** Returns the rows that each piece of an even shuffle would have, 1 or more. */
    public long meanPartition(long rows) {
        return Math.max(1, rows / partitions);
    }
}
