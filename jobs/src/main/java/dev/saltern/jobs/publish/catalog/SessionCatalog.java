/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.publish.schema.SchemaEvolution;
import dev.saltern.transforms.internal.Spark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.analysis.NoSuchDatabaseException;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.CatalogTablePartition;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalog;
import scala.Option;

/**
 * The catalog of a Spark session. Partitions go through Spark's external catalog, so each kind of change in a batch is one call of the
 * metastore; the table itself is created by SQL, so that every reader of Spark finds it as it expects.
 */
public final class SessionCatalog implements Catalog {
    private final SparkSession spark;

    /** Opens the catalog of a session. */
    public SessionCatalog(SparkSession spark) {
        this.spark = spark;
    }

    @Override
    public Optional<KnownTable> find(TableSpec table) {
        return load(table).map(SparkEntities::known);
    }

    @Override
    public void ensureTable(TableSpec table, String location) {
        CatalogTable known = load(table).orElseGet(() -> create(table, location));
        SparkEntities.known(known).bucketProblem(table).ifPresent(problem -> {
            throw new SalternException(ExitCode.INVALID_CONFIGURATION, problem);
        });
        evolve(table, known);
        refresh(table);
    }

    /** A table that others made in the same moment is as good as one's own: whoever comes second looks at it as at any other. */
    private CatalogTable create(TableSpec table, String location) {
        try {
            createUnlessItExists(table, location);
        } catch (AnalysisException e) {
            return load(table)
                    .orElseThrow(() -> new SalternException(
                            ExitCode.STEP_FAILED, "Cannot create table " + table + ": " + e.getMessage(), e));
        }
        return external().getTable(table.database(), table.table());
    }

    // In spite of IF NOT EXISTS Spark first looks and then creates. Its Scala code throws undeclared: declared here, it
    // can be caught by its name.
    private void createUnlessItExists(TableSpec table, String location) throws AnalysisException {
        spark.sql("CREATE DATABASE IF NOT EXISTS `" + table.database() + "`");
        spark.sql(TableDdl.create(table, location));
    }

    /** What older files hold is remembered before a column goes: a table must never forget it. */
    private void evolve(TableSpec table, CatalogTable known) {
        KnownTable before = SparkEntities.known(known);
        SchemaEvolution evolution = before.evolution(table);
        String comment = table.description();
        boolean isDropping = !evolution.dropped().equals(before.dropped());
        // A table that is repaired or rolled back is known from its runs, which do not tell the comment.
        boolean isDescribed = comment == null || Option.apply(comment).equals(known.comment());
        if (isDropping || !isDescribed) {
            Map<String, String> remembered =
                    isDropping ? Map.of(KnownTable.DROPPED, evolution.dropped().json()) : Map.of();
            external().alterTable(SparkEntities.described(known, remembered, comment));
        }
        if (!evolution.data().equals(known.dataSchema())) {
            external().alterTableDataSchema(table.database(), table.table(), evolution.data());
        }
    }

    @Override
    public Map<Map<String, String>, CatalogPartition> partitions(TableSpec table) {
        Map<Map<String, String>, CatalogPartition> partitions = new LinkedHashMap<>();
        if (table.partitionColumns().isEmpty()) {
            load(table)
                    .ifPresent(known -> partitions.put(
                            Map.of(),
                            new CatalogPartition(
                                    Map.of(),
                                    SparkEntities.location(known.storage()),
                                    ScalaCollections.map(known.properties()))));
            return partitions;
        }
        for (CatalogTablePartition partition : listed(table)) {
            Map<String, String> values = ScalaCollections.map(partition.spec());
            partitions.put(
                    values,
                    new CatalogPartition(
                            values,
                            SparkEntities.location(partition.storage()),
                            ScalaCollections.map(partition.parameters())));
        }
        return partitions;
    }

    @Override
    public List<Refusal> apply(TableSpec table, CatalogBatch batch) {
        String database = table.database();
        CatalogTable known = external().getTable(database, table.table());
        if (table.partitionColumns().isEmpty()) {
            batch.updates().forEach(update -> external().alterTable(SparkEntities.moved(known, update)));
        } else {
            if (!batch.creates().isEmpty()) {
                external()
                        .createPartitions(
                                database, table.table(), SparkEntities.partitions(known, batch.creates()), true);
            }
            if (!batch.updates().isEmpty()) {
                external().alterPartitions(database, table.table(), SparkEntities.partitions(known, batch.updates()));
            }
            if (!batch.drops().isEmpty()) {
                List<scala.collection.immutable.Map<String, String>> specs = new ArrayList<>();
                batch.drops().forEach(values -> specs.add(ScalaCollections.map(values)));
                external().dropPartitions(database, table.table(), ScalaCollections.seq(specs), true, false, true);
            }
        }
        refresh(table);
        return List.of();
    }

    /** Asks for the table at once: whether it exists would be asked by as many questions again. */
    private Optional<CatalogTable> load(TableSpec table) {
        try {
            return Optional.of(require(table));
        } catch (NoSuchDatabaseException | NoSuchTableException e) {
            return Optional.empty();
        }
    }

    private List<CatalogTablePartition> listed(TableSpec table) {
        try {
            return list(table);
        } catch (NoSuchDatabaseException | NoSuchTableException e) {
            return List.of();
        }
    }

    // Spark's Scala code throws undeclared: declared here, it can be caught by its name.
    private CatalogTable require(TableSpec table) throws NoSuchDatabaseException, NoSuchTableException {
        return external().getTable(table.database(), table.table());
    }

    private List<CatalogTablePartition> list(TableSpec table) throws NoSuchDatabaseException, NoSuchTableException {
        return ScalaCollections.list(external().listPartitions(table.database(), table.table(), Option.empty()));
    }

    /** Makes this session forget what it remembers of the table's files. */
    private void refresh(TableSpec table) {
        if (Spark.shared(spark).cacheManager().isEmpty()) {
            // Spark's own command asks the metastore for the table only to find its cached rows.
            Spark.state(spark)
                    .catalog()
                    .refreshTable(new TableIdentifier(table.table(), Option.apply(table.database())));
        } else {
            spark.catalog().refreshTable(table.quotedName());
        }
    }

    private ExternalCatalog external() {
        return Spark.shared(spark).externalCatalog();
    }
}
