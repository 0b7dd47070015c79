/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.conf.Grain;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.Scope;
import dev.saltern.jobs.publish.audit.AuditInput;
import dev.saltern.jobs.publish.catalog.SessionCatalog;
import dev.saltern.jobs.publish.journal.LakeJournal;
import dev.saltern.jobs.publish.run.Claim;
import dev.saltern.jobs.publish.run.IdempotencyKey;
import dev.saltern.jobs.publish.run.InputFile;
import dev.saltern.jobs.publish.run.Lake;
import dev.saltern.jobs.publish.run.RunDescription;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.run.SealedRun;
import dev.saltern.jobs.publish.run.StartedRun;
import dev.saltern.jobs.publish.run.TableSpec;
import dev.saltern.jobs.publish.store.HadoopStore;
import dev.saltern.jobs.publish.store.LakeStore;
import dev.saltern.jobs.publish.table.LakeTables;
import dev.saltern.jobs.publish.table.PartitionFiles;
import dev.saltern.transforms.internal.Spark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** Runs a table of days the way a pipeline does: its input is a list of rows, and the input is its own version. */
final class Runs {
    static final Partitioning DAILY = new Partitioning(List.of("dt"), Grain.DAY);

    final SparkSession spark;
    final Lake lake;
    final LakeJournal journal;
    final SessionCatalog catalog;
    final Publisher publisher;
    final TableSpec table;

    Runs(SparkSession spark, Lake lake, TableSpec table) {
        this.spark = spark;
        this.lake = lake;
        LakeStore store = HadoopStore.local(lake.root(), Spark.state(spark).newHadoopConf());
        this.journal = new LakeJournal(store);
        this.catalog = new SessionCatalog(spark);
        this.publisher = new Publisher(Stores.of(spark, store, catalog), InstantSource.system());
        this.table = table;
    }

    static Runs daily(String name) {
        return new Runs(MetastoreSession.spark(), MetastoreSession.lake(), dailyTable(name));
    }

    static TableSpec dailyTable(String name) {
        return new TableSpec("default", name, StructType.fromDDL("id INT, dt DATE"), DAILY, "It's a table");
    }

    static Scope day(String date) {
        return new Scope(LocalDate.parse(date), LocalDate.parse(date));
    }

    /** Returns the files of the lake. */
    LakeStore store() {
        return HadoopStore.local(lake.root(), Spark.state(spark).newHadoopConf());
    }

    /** Returns the tables of the lake. */
    LakeTables tables() {
        return new LakeTables(store(), journal);
    }

    /** Returns what holds files against manifests. */
    PartitionFiles files() {
        return new PartitionFiles(store(), tables());
    }

    /** Puts other bytes into a file, and takes away what Hadoop keeps beside it to notice that. */
    static void overwrite(Path file, byte[] content) throws IOException {
        Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
        Files.write(file, content);
    }

    /** Returns rows of a table: {@code "1 2026-01-31"} is id and day. */
    static Row row(String text) {
        String[] cells = text.split(" ", -1);
        return RowFactory.create(Integer.valueOf(cells[0]), java.sql.Date.valueOf(cells[1]));
    }

    /** Does all that one run does; empty if it was up to date. */
    Optional<Receipt> run(Scope scope, String... rows) {
        Claim claim = Claim.of(scope, table.partitioning());
        IdempotencyKey key = key(scope, rows);
        publisher.reconcile(table);
        if (publisher.published().live(table, key, claim).isPresent()) {
            return Optional.empty();
        }
        Optional<SealedRun> left = publisher.sealed(table, key, claim);
        if (left.isPresent()) {
            return Optional.of(publisher.commit(left.get()));
        }
        SealedRun sealed = write(scope, rows);
        publisher.audit(sealed, AuditInput.CLEAN);
        return Optional.of(publisher.commit(sealed));
    }

    /** Writes and seals a run. */
    SealedRun write(Scope scope, String... rows) {
        Claim claim = Claim.of(scope, table.partitioning());
        IdempotencyKey key = key(scope, rows);
        StartedRun started = publisher.begin(table, RunId.create(claim, key), key, claim);
        Dataset<Row> frame = frame(rows);
        String[] by = table.partitionColumns().toArray(String[]::new);
        frame.write().mode("errorifexists").partitionBy(by).parquet(started.path());
        return publisher.seal(started, new RunDescription("p", "1", "f", inputs(rows), Map.of("pivot", "a,b")));
    }

    Dataset<Row> frame(String... rows) {
        List<Row> list = Arrays.stream(rows).map(Runs::row).toList();
        Dataset<Row> frame = spark.createDataFrame(list, StructType.fromDDL("id INT, dt DATE"));
        Column[] columns = Arrays.stream(table.schema().fields())
                .map(field -> Arrays.asList(frame.columns()).contains(field.name())
                        ? functions.col(field.name()).cast(field.dataType())
                        : functions.lit(null).cast(field.dataType()).as(field.name()))
                .toArray(Column[]::new);
        return frame.select(columns);
    }

    IdempotencyKey key(Scope scope, String... rows) {
        return IdempotencyKey.of(inputs(rows), "1", "f", scope.toString());
    }

    /** Returns what a reader gets, as {@code id day}, in order. */
    List<String> visible() {
        return spark
                .sql("SELECT concat_ws(' ', id, dt) AS line FROM " + table.quotedName() + " ORDER BY line")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private static List<InputFile> inputs(String... rows) {
        return List.of(new InputFile("raw", rows.length, String.join(",", rows)));
    }
}
