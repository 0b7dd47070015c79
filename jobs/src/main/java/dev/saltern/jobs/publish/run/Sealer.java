/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.SparkSession;

/** Writes the manifest of a run, and finds the manifests of earlier ones. */
public final class Sealer {
    private static final String EMPTY = "0".repeat(32);

    private final SparkSession spark;
    private final Lake lake;
    private final InstantSource clock;
    private final Configuration conf;

    /** Creates a sealer for the runs of a lake. */
    public Sealer(SparkSession spark, Lake lake, InstantSource clock) {
        this.spark = spark;
        this.lake = lake;
        this.clock = clock;
        this.conf = spark.sessionState().newHadoopConf();
    }

    /**
     * Lists what the run wrote, reads every footer, computes the checksums and writes the manifest. A run that wrote nothing is sealed
     * without partitions; a table without partitions then has one, empty.
     *
     * @throws SalternException if a file is not whole, holds other columns than the table, or the run is sealed already
     */
    public SealedRun seal(StartedRun run, RunDescription description) {
        RunFolder folder = folder(run.table(), run.runId());
        List<Footers.Footer> footers = Footers.read(folder.exists() ? folder.dataFiles() : List.of(), conf);
        Set<String> columns =
                new TreeSet<>(Arrays.asList(run.table().dataSchema().fieldNames()));
        Map<String, List<SealedFile>> filesByPath = new TreeMap<>();
        for (Footers.Footer footer : footers) {
            if (!footer.columns().equals(columns)) {
                throw refused(
                        run, footer.file().getPath() + " holds the columns " + footer.columns() + ", not " + columns);
            }
            String file = relative(folder, footer.file());
            String path = file.contains("/") ? file.substring(0, file.lastIndexOf('/')) : "";
            filesByPath
                    .computeIfAbsent(path, ignored -> new ArrayList<>())
                    .add(new SealedFile(file, footer.file().getLen(), footer.rows()));
        }
        if (run.table().partitionColumns().isEmpty()) {
            filesByPath.putIfAbsent(folder.tablePath(), List.of());
        }
        List<SealedPartition> partitions = partitions(run, filesByPath, checksums(run, footers, folder));
        Instant created = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Manifest manifest = Manifest.of(run, description, partitions, created);
        if (!folder.writeOnce(RunFolder.MANIFEST, manifest)) {
            throw refused(run, "it is sealed already");
        }
        return new SealedRun(run.table(), manifest, lake.runPath(run.table().table(), run.runId()));
    }

    /** Returns the manifest of a run of a table, or empty if it was never sealed. */
    public Optional<Manifest> manifest(String table, RunId runId) {
        return new RunFolder(lake, lake.runPath(table, runId), conf).read(RunFolder.MANIFEST, Manifest.class);
    }

    /** Returns the run of that name, or empty if it was never sealed. */
    public Optional<SealedRun> find(TableSpec table, RunId runId) {
        return manifest(table.table(), runId)
                .map(manifest -> new SealedRun(table, manifest, lake.runPath(table.table(), runId)));
    }

    /** Returns every sealed run of the table with that key, ordered by name. */
    public List<SealedRun> findAll(TableSpec table, IdempotencyKey key) {
        return RunFolder.names(lake, table.table(), conf).stream()
                .filter(name -> RunId.matches(name, key))
                .flatMap(name -> find(table, new RunId(name)).stream())
                .filter(run -> run.manifest().key().equals(key))
                .toList();
    }

    /** Returns whether the run's files are still those that were sealed, by name and size. */
    public boolean intact(SealedRun run) {
        RunFolder folder = folder(run.table(), run.manifest().runId());
        Map<String, Long> found = new TreeMap<>();
        folder.dataFiles().forEach(file -> found.put(relative(folder, file), file.getLen()));
        Map<String, Long> sealed = new TreeMap<>();
        run.manifest()
                .partitions()
                .forEach(partition -> partition.files().forEach(f -> sealed.put(f.path(), f.size())));
        return found.equals(sealed);
    }

    /** Returns the folder of a run of a table. */
    public RunFolder folder(TableSpec table, RunId runId) {
        return new RunFolder(lake, lake.runPath(table.table(), runId), conf);
    }

    private Map<Map<String, String>, Checksums.Sum> checksums(
            StartedRun run, List<Footers.Footer> footers, RunFolder folder) {
        if (footers.isEmpty()) {
            return Map.of();
        }
        spark.sparkContext()
                .setJobDescription("seal: checksum of " + run.table().table() + " per partition");
        try {
            return Checksums.compute(spark, run.table(), folder.tableLocation());
        } finally {
            spark.sparkContext().setJobDescription(null);
        }
    }

    private static List<SealedPartition> partitions(
            StartedRun run, Map<String, List<SealedFile>> filesByPath, Map<Map<String, String>, Checksums.Sum> sums) {
        List<SealedPartition> partitions = new ArrayList<>();
        filesByPath.forEach((path, files) -> {
            Map<String, String> values =
                    PartitionPath.parse(RunFolder.withinTable(path), run.table().partitionColumns());
            long rows = files.stream().mapToLong(SealedFile::rows).sum();
            Checksums.Sum sum = sums.getOrDefault(values, new Checksums.Sum(0, EMPTY));
            if (sum.rows() != rows) {
                throw refused(run, "the footers in '" + path + "' count " + rows + " rows, reading them " + sum.rows());
            }
            partitions.add(new SealedPartition(values, path, files, rows, sum.checksum()));
        });
        return partitions;
    }

    private static String relative(RunFolder folder, FileStatus file) {
        String root = folder.location().toUri().getPath();
        return file.getPath().toUri().getPath().substring(root.length() + 1);
    }

    private static SalternException refused(StartedRun run, String reason) {
        return new SalternException(
                ExitCode.INTERNAL, "Cannot seal run " + run.runId() + " of " + run.table() + ": " + reason);
    }
}
