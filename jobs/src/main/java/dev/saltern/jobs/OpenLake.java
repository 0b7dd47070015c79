/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs;

import dev.saltern.conf.Environment;
import dev.saltern.conf.load.ConfigurationFolder;
import dev.saltern.jobs.publish.Stores;
import dev.saltern.jobs.publish.gc.GcReport;
import dev.saltern.jobs.publish.journal.Journal;
import dev.saltern.jobs.publish.journal.LakeJournal;
import dev.saltern.jobs.publish.run.Lake;
import dev.saltern.jobs.publish.store.LakeStore;
import dev.saltern.jobs.publish.store.LakeStores;
import dev.saltern.jobs.publish.store.StoredFile;
import dev.saltern.jobs.publish.table.LakeTable;
import dev.saltern.jobs.publish.table.LakeTables;
import dev.saltern.jobs.run.Workspace;
import dev.saltern.jobs.session.PublishStores;
import dev.saltern.jobs.session.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
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
        LakeStore store = LakeStores.open(lake.root(), environment.access(), Sessions.hadoop(environment));
        Journal journal = new LakeJournal(store);
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

    /** Returns what a publish by a session reads and changes. */
    Stores stores(SparkSession session) {
        return PublishStores.of(session, environment, store);
    }

    /** Returns the workspaces of runs that died; where that cannot be seen, of those that started before a moment. */
    List<GcReport.Leftover> abandonedWorkspaces(Instant before) throws IOException {
        return Workspace.abandoned(environment.lake(), Sessions.hadoop(environment), before).stream()
                .map(path -> {
                    List<StoredFile> files = store.files(path);
                    return new GcReport.Leftover(
                            path,
                            "workspace of a run that died",
                            files.size(),
                            files.stream().mapToLong(StoredFile::size).sum());
                })
                .toList();
    }
}
