/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.util.List;

/** How the rows of a table's partitions are put into files by a hash, so that joins and groupings on the columns need no shuffle. */
public record Bucket(
        @Key(doc = "The columns whose hash names the bucket.", required = true)
        List<String> by,

        @Key(doc = "How many buckets a partition has, in [1, 100000].")
        int into,

        @Key(doc = "The columns that order the rows of a bucket; none unless given.")
        List<String> sort) {
    /** More buckets than this are refused by Spark. */
    public static final int MAX_BUCKETS = 100_000;

    public Bucket {
        by = List.copyOf(by);
        sort = List.copyOf(sort);
    }
}
