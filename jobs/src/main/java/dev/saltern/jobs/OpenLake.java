/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.Environment;
import dev.saltern.conf.load.ConfigurationFolder;
import dev.saltern.jobs.publish.Publisher;
import dev.saltern.jobs.publish.catalog.Catalog;
import dev.saltern.jobs.publish.catalog.SessionCatalog;
import dev.saltern.jobs.publish.journal.FileJournal;
import dev.saltern.jobs.publish.journal.Journal;
import dev.saltern.jobs.publish.run.Lake;
import dev.saltern.jobs.publish.store.HadoopStore;
import dev.saltern.jobs.publish.store.LakeStore;
import dev.saltern.jobs.publish.table.LakeTable;
import dev.saltern.jobs.publish.table.LakeTables;
import dev.saltern.jobs.session.Sessions;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * The lake of an environment, as commands need that are about tables and not about a run.
 *
 * @param environment where the lake is
 * @param lake its layout
 * @param store its files
 * @param journal what is published
 * @param tables its tables
 */
record OpenLake(Environment environment, Lake lake, LakeStore store, Journal journal, LakeTables tables) {
    /** Opens the lake; starts no Spark. */
    static OpenLake of(JobArguments arguments) {
        Environment environment = LoadedJob.environment(arguments);
        Lake lake = new Lake(environment.lake());
        LakeStore store = HadoopStore.local(lake.root(), new Configuration());
        Journal journal = new FileJournal(lake);
        return new OpenLake(environment, lake, store, journal, new LakeTables(store, journal));
    }

    /** Returns the tables that the command names by pipeline or by {@code --table}; all of them if by neither. */
    List<LakeTable> choose(JobArguments arguments) {
        return tables.choose(arguments.findSubject(), arguments.option("table"), pipelines(arguments));
    }

    private static List<String> pipelines(JobArguments arguments) {
        return Files.isDirectory(arguments.confFolder().resolve("pipelines"))
                ? new ConfigurationFolder(arguments.confFolder()).pipelines()
                : List.of();
    }

    /** Returns a session whose catalog holds the tables. */
    SparkSession session() {
        return Sessions.withCatalog(environment);
    }

    /** Returns the catalog of a session. */
    Catalog catalog(SparkSession session) {
        return new SessionCatalog(session);
    }

    /** Returns what publishes the tables of this lake. */
    Publisher publisher(SparkSession session) {
        return new Publisher(session, lake, journal, catalog(session), InstantSource.system());
    }
}
