/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog.glue;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.catalog.Catalog;
import dev.saltern.jobs.publish.catalog.CatalogBatch;
import dev.saltern.jobs.publish.catalog.CatalogPartition;
import dev.saltern.jobs.publish.catalog.KnownTable;
import dev.saltern.jobs.publish.catalog.Refusal;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.publish.store.Backoff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/**
 * The AWS Glue Data Catalog. Its tables are read by Athena, and by Spark on EMR as its own. A table changes only from the version that
 * was read; partitions have no versions, and are read back by the caller. Thread-safe.
 */
public final class GlueCatalog implements Catalog {
    /** How often a table is read and changed while others change it at the same time. */
    private static final int MAX_VERSIONS = 9;

    /** The code of what is not there; of a table that is to be made it is the database. */
    private static final String MISSING = "EntityNotFoundException";

    private final GlueClient glue;
    private final @Nullable String catalogId;
    private final RunSchemas runs;
    private final GlueCalls calls;

    /** The data columns that tables have by the last look at them: partitions are described in their order. */
    private final Map<String, StructType> columns = new ConcurrentHashMap<>();

    /**
     * Opens a catalog.
     *
     * @param glue where it is, by a client that repeats nothing by itself
     * @param catalogId the account that it belongs to, or null for the caller's own
     * @param runs knows what the files of earlier runs hold
     */
    public GlueCatalog(GlueClient glue, @Nullable String catalogId, RunSchemas runs) {
        this(glue, catalogId, runs, Backoff.jittered());
    }

    /**
     * Opens a catalog with waits of one's own.
     *
     * @param backoff waits behind calls that failed for the time being
     */
    public GlueCatalog(GlueClient glue, @Nullable String catalogId, RunSchemas runs, Backoff backoff) {
        this.glue = glue;
        this.catalogId = catalogId;
        this.runs = runs;
        this.calls = new GlueCalls(backoff);
    }

    @Override
    public Optional<KnownTable> find(TableSpec table) {
        return load(table).map(found -> GlueTables.known(GlueTables.input(found)));
    }

    @Override
    public void ensureTable(TableSpec table, String location) {
        Table found = load(table).orElseGet(() -> create(table, location));
        GlueTables.known(GlueTables.input(found)).bucketProblem(table).ifPresent(problem -> {
            throw new SalternException(ExitCode.INVALID_CONFIGURATION, problem);
        });
        change(table, found, input -> TableChanges.evolved(table, input), false);
    }

    @Override
    public Map<Map<String, String>, CatalogPartition> partitions(TableSpec table) {
        if (!table.partitionColumns().isEmpty()) {
            return on(table).all();
        }
        Map<Map<String, String>, CatalogPartition> itself = new LinkedHashMap<>();
        load(table)
                .ifPresent(found -> itself.put(
                        Map.of(),
                        new CatalogPartition(Map.of(), found.storageDescriptor().location(), found.parameters())));
        return itself;
    }

    @Override
    public Map<Map<String, String>, CatalogPartition> partitions(TableSpec table, List<Map<String, String>> wanted) {
        return table.partitionColumns().isEmpty()
                ? partitions(table)
                : on(table).some(wanted);
    }

    @Override
    public List<Refusal> apply(TableSpec table, CatalogBatch batch) {
        if (table.partitionColumns().isEmpty()) {
            batch.updates()
                    .forEach(target -> change(table, require(table), input -> TableChanges.moved(input, target), true));
            return List.of();
        }
        GluePartitions partitions = on(table);
        List<Refusal> refusals = new ArrayList<>();
        if (!batch.creates().isEmpty()) {
            refusals.addAll(partitions.create(batch.creates(), partition -> storage(table, partition)));
        }
        if (!batch.updates().isEmpty()) {
            refusals.addAll(partitions.update(batch.updates(), partition -> storage(table, partition)));
        }
        if (!batch.drops().isEmpty()) {
            refusals.addAll(partitions.drop(batch.drops()));
        }
        return refusals;
    }

    /** A database is made where there is none, and asked for by nobody else: whoever runs days may have no right to make one. */
    private Table create(TableSpec table, String location) {
        TableInput input = GlueTables.create(table, location);
        Runnable call = () -> glue.createTable(request ->
                request.catalogId(catalogId).databaseName(table.database()).tableInput(input));
        if (!orExists("create table " + table, call, MISSING)) {
            orExists(
                    "create database " + table.database(),
                    () -> glue.createDatabase(request ->
                            request.catalogId(catalogId).databaseInput(database -> database.name(table.database()))),
                    "");
            orExists("create table " + table, call, "");
        }
        return require(table);
    }

    /**
     * Makes something; what others made in the same moment is as good as one's own.
     *
     * @return false if the answer was the code
     */
    private boolean orExists(String what, Runnable call, String code) {
        try {
            calls.call(what, () -> {
                call.run();
                return what;
            });
            return true;
        } catch (GlueException e) {
            if (GlueCalls.hasCode(e, code)) {
                return false;
            }
            if (!GlueCalls.hasCode(e, "AlreadyExistsException")) {
                throw GlueCalls.failed(what, String.valueOf(e.getMessage()), e);
            }
            return true;
        }
    }

    /**
     * Changes a table as it was read, and reads it again if others were faster.
     *
     * @param skipArchive whether the version that it had may go: a move happens with every run, a change of columns hardly ever
     */
    private void change(TableSpec table, Table found, UnaryOperator<TableInput> change, boolean skipArchive) {
        Table known = found;
        for (int attempt = 0; ; attempt++) {
            TableInput before = GlueTables.input(known);
            TableInput after = change.apply(before);
            if (after.equals(before) || update(table, after, known.versionId(), skipArchive, attempt)) {
                columns.put(table.toString(), GlueTables.known(after).dataSchema());
                return;
            }
            known = require(table);
        }
    }

    /** Returns false, after a pause, if the table has another version by now. */
    private boolean update(
            TableSpec table, TableInput input, @Nullable String version, boolean skipArchive, int attempt) {
        String what = "update table " + table;
        try {
            calls.call(
                    what,
                    () -> glue.updateTable(request -> request.catalogId(catalogId)
                            .databaseName(table.database())
                            .tableInput(input)
                            .versionId(version)
                            .skipArchive(skipArchive)));
            return true;
        } catch (GlueException e) {
            if (!GlueCalls.hasCode(e, "ConcurrentModificationException") || attempt == MAX_VERSIONS - 1) {
                throw GlueCalls.failed(what, String.valueOf(e.getMessage()), e);
            }
            calls.pause(what, attempt, e);
            return false;
        }
    }

    private StorageDescriptor storage(TableSpec table, CatalogPartition partition) {
        StructType columnsOfTable = columns.computeIfAbsent(
                table.toString(),
                ignored -> GlueTables.known(GlueTables.input(require(table))).dataSchema());
        String run = partition.parameters().get(CatalogPartition.RUN);
        StructType files =
                Optional.ofNullable(run).flatMap(id -> runs.find(table, id)).orElse(table.schema());
        return GlueTables.at(GlueTables.storage(FileColumns.of(columnsOfTable, files)), partition.location(), false);
    }

    private Optional<Table> load(TableSpec table) {
        return calls.find(
                        "read table " + table,
                        () -> glue.getTable(request -> request.catalogId(catalogId)
                                .databaseName(table.database())
                                .name(table.table())))
                .map(response -> parquet(table, response.table()));
    }

    /** A view, or a table of another format, is not Saltern's to change. */
    private static Table parquet(TableSpec table, Table found) {
        GlueTables.foreignFormat(found).ifPresent(format -> {
            throw new SalternException(
                    ExitCode.INVALID_CONFIGURATION,
                    "Cannot use table " + table + " in Glue: it is " + format
                            + ", not Parquet behind partitions. Give the output another name");
        });
        return found;
    }

    private Table require(TableSpec table) {
        return load(table)
                .orElseThrow(() -> new SalternException(
                        ExitCode.STEP_FAILED, "Cannot change table " + table + " in Glue: it was dropped meanwhile"));
    }

    private GluePartitions on(TableSpec table) {
        return new GluePartitions(glue, calls, catalogId, table);
    }
}
