/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.jobs.publish.catalog.Catalog;
import dev.saltern.jobs.publish.journal.Journal;
import dev.saltern.jobs.publish.journal.LakeJournal;
import dev.saltern.jobs.publish.run.DataFiles;
import dev.saltern.jobs.publish.run.ParquetFiles;
import dev.saltern.jobs.publish.store.LakeStore;
import org.apache.spark.sql.SparkSession;

/**
 * What a publish reads and changes.
 *
 * @param lake the documents of runs, and the listings of their files
 * @param journal what is published
 * @param catalog what readers ask
 * @param data reads the data files of runs
 * @param rows counts what readers get
 */
public record Stores(LakeStore lake, Journal journal, Catalog catalog, DataFiles data, RowCounter rows) {
    /** Returns Parquet files in a lake that keeps its journal itself, read and counted by a session that asks the same catalog. */
    public static Stores of(SparkSession spark, LakeStore lake, Catalog catalog) {
        return new Stores(
                lake, new LakeJournal(lake), catalog, new ParquetFiles(spark, lake), new SparkRowCounter(spark));
    }
}
