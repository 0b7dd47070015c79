/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import org.jspecify.annotations.Nullable;

/**
 * A table that a pipeline publishes.
 *
 * @param from the source or step whose rows it holds
 * @param partition how the table is cut, or null to follow the pipeline
 * @param rules what must hold before it is published
 * @param maxQuarantined how many rows the rules may set aside, or null for no limit
 * @param maxQuarantinedPerPartition how many rows of each partition the rules may set aside, or null for no limit
 * @param bucket how the rows of a partition are put into buckets, or null for not at all
 * @param evolve what happens when the columns change so that readers feel it
 * @param targetFileSize how large a file is to become
 * @param maxRecordsPerFile how many rows a file may have, 1 or more, or null for no limit
 * @param retention how long partitions are kept, or null to follow the pipeline
 * @param search where a copy of each run goes as OpenSearch takes it, or null for none
 * @param description the table's comment in the catalog
 */
public record Output(
        @Key(doc = "The source or step whose rows the table holds.")
        String from,

        @Key(doc = "How the table is cut; the pipeline's partition unless given.") @Nullable
        Partitioning partition,

        @Key(doc = "What must hold before the table is published.") @Nullable
        Rules rules,

        @Key(doc = "How many rows the rules may set aside: a count or a share such as 1%.") @Nullable
        Limit maxQuarantined,

        @Key(
                doc =
                        "How many rows of each partition the rules may set aside: a count or a share of the partition's rows.")
        @Nullable
        Limit maxQuarantinedPerPartition,

        @Key(doc = "How the rows of a partition are put into buckets; not at all unless given.") @Nullable
        Bucket bucket,

        @Key(
                doc =
                        "What happens to a run that drops or renames a column or changes its type: refuse it with the differences, or"
                                + " allow it, and the table follows as far as Spark and Athena can still read every published file."
                                + " New columns are taken in in any case.",
                defaultValue = DEFAULT_EVOLVE)
        Evolve evolve,

        @Key(
                doc =
                        "How large a file is to become, such as 256MB; the sizes of the last run say how many rows that is. A table in buckets has one file for each.",
                defaultValue = DEFAULT_TARGET_FILE_SIZE)
        ByteSize targetFileSize,

        @Key(
                doc =
                        "How many rows a file may have at most, 1 or more; no limit unless given. A fuse: the file goes on in another.")
        @Nullable
        Long maxRecordsPerFile,

        @Key(
                doc =
                        "How long partitions are kept, such as 400d, 24m for months, or 7y; the pipeline's retention unless given. saltern retain drops the older ones.")
        @Nullable
        Retention retention,

        @Key(
                doc =
                        "A copy of what each run publishes, for OpenSearch: gzipped files in _search/TABLE/RUN/ of the lake, each of which is"
                                + " one request of its bulk interface. None unless given.")
        @Nullable
        Search search,

        @Key(doc = "The table's comment in the catalog.") @Nullable
        String description) {
    /** Large enough to be read at full speed, small enough to be written by one task. */
    public static final String DEFAULT_TARGET_FILE_SIZE = "256MB";

    /** A change that readers feel needs a word of the pipeline's owner. */
    public static final String DEFAULT_EVOLVE = "refuse";
}
