/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.List;

/**
 * How the rows of a table's partitions are put into files by a hash, so that Spark joins and groups by the columns without a shuffle.
 *
 * <p>The hash is Spark's Murmur3 and not Hive's: Spark reads the buckets, Athena and Hive read the rows and prune nothing by them.
 *
 * <p>Spark reads a bucket by one task and never cuts it, however large. A run in which one value of the columns has more rows than an even
 * bucket is therefore refused, and what was live stays live. It is not written without buckets instead: Spark reads a table by its
 * buckets only if all of its files lie in them. Small numbers of rows are never refused.
 *
 * @param by the columns whose hash names the bucket; a NULL is a value like others
 * @param into how many buckets a partition has, in [1, 100000]
 * @param sort the columns that order the rows of a bucket
 */
public record Bucket(
        @Key(
                doc =
                        "The columns whose hash names the bucket: two tables with the same number of buckets are joined by them"
                                + " without a shuffle. The hash is Spark's Murmur3, not Hive's: Athena reads such a table, but prunes"
                                + " nothing by its buckets. A run is refused if one value has more rows than an even bucket, because a"
                                + " bucket is read by one task.",
                required = true)
        List<String> by,

        @Key(doc = "How many buckets a partition has, in [1, 100000]; each is one file of a partition.")
        int into,

        @Key(doc = "The columns that order the rows of a bucket; none unless given.")
        List<String> sort) {
    /** More buckets than this are refused by Spark. */
    public static final int MAX_BUCKETS = 100_000;

    public Bucket {
        by = List.copyOf(by);
        sort = List.copyOf(sort);
    }

    /** Returns such as {@code 16 buckets by customer_id, sorted by ts}. */
    @Override
    public String toString() {
        return into
                + (into == 1 ? " bucket by " : " buckets by ")
                + String.join(", ", by)
                + (sort.isEmpty() ? "" : ", sorted by " + String.join(", ", sort));
    }
}
