/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.store.LakeStore;
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

/** Writes the manifest of a run, and finds the manifests of earlier ones. */
public final class Sealer {
    private static final String EMPTY = "0".repeat(32);

    private final LakeStore store;
    private final DataFiles data;
    private final InstantSource clock;

    /** Creates a sealer for the runs of a lake. */
    public Sealer(LakeStore store, DataFiles data, InstantSource clock) {
        this.store = store;
        this.data = data;
        this.clock = clock;
    }

    /**
     * Lists what the run wrote, reads every footer, computes the checksums and writes the manifest. A run that wrote nothing is sealed
     * without partitions; a table without partitions then has one, empty.
     *
     * @throws SalternException if a file is not whole, holds other columns than the table, or the run is sealed already
     */
    public SealedRun seal(StartedRun run, RunDescription description) {
        RunFolder folder = folder(run.table(), run.runId());
        List<DataFiles.Footer> footers = data.footers(folder.dataFiles());
        Set<String> columns =
                new TreeSet<>(Arrays.asList(run.table().dataSchema().fieldNames()));
        Map<String, List<SealedFile>> filesByPath = new TreeMap<>();
        for (DataFiles.Footer footer : footers) {
            if (!footer.columns().equals(columns)) {
                throw refused(
                        run,
                        store.location(footer.file().path()) + " holds the columns " + footer.columns() + ", not "
                                + columns);
            }
            String file = folder.relative(footer.file());
            String path = file.contains("/") ? file.substring(0, file.lastIndexOf('/')) : "";
            filesByPath
                    .computeIfAbsent(path, ignored -> new ArrayList<>())
                    .add(new SealedFile(file, footer.file().size(), footer.rows()));
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
        return new SealedRun(run.table(), manifest, folder.path());
    }

    /** Returns the manifest of a run of a table, or empty if it was never sealed. */
    public Optional<Manifest> manifest(String table, RunId runId) {
        return new RunFolder(store, table, runId).read(RunFolder.MANIFEST, Manifest.class);
    }

    /** Returns the run of that name, or empty if it was never sealed. */
    public Optional<SealedRun> find(TableSpec table, RunId runId) {
        return manifest(table.table(), runId)
                .map(manifest -> new SealedRun(table, manifest, Lake.runPath(table.table(), runId)));
    }

    /** Returns every sealed run of the table with that key, ordered by name. */
    public List<SealedRun> findAll(TableSpec table, IdempotencyKey key) {
        return store.names(Lake.runsPath(table.table())).stream()
                .filter(name -> RunId.matches(name, key))
                .flatMap(name -> find(table, new RunId(name)).stream())
                .filter(run -> run.manifest().key().equals(key))
                .toList();
    }

    /** Returns whether the run's files are still those that were sealed, by name and size. */
    public boolean intact(SealedRun run) {
        RunFolder folder = folder(run.table(), run.manifest().runId());
        Map<String, Long> found = new TreeMap<>();
        folder.dataFiles().forEach(file -> found.put(folder.relative(file), file.size()));
        Map<String, Long> sealed = new TreeMap<>();
        run.manifest()
                .partitions()
                .forEach(partition -> partition.files().forEach(f -> sealed.put(f.path(), f.size())));
        return found.equals(sealed);
    }

    /** Returns the folder of a run of a table. */
    public RunFolder folder(TableSpec table, RunId runId) {
        return new RunFolder(store, table.table(), runId);
    }

    private Map<Map<String, String>, DataFiles.Sum> checksums(
            StartedRun run, List<DataFiles.Footer> footers, RunFolder folder) {
        if (footers.isEmpty()) {
            return Map.of();
        }
        String path = folder.tablePath();
        return data.sums(run.table(), path.isEmpty() ? folder.path() : folder.path() + "/" + path);
    }

    private static List<SealedPartition> partitions(
            StartedRun run, Map<String, List<SealedFile>> filesByPath, Map<Map<String, String>, DataFiles.Sum> sums) {
        List<SealedPartition> partitions = new ArrayList<>();
        filesByPath.forEach((path, files) -> {
            Map<String, String> values =
                    PartitionPath.parse(RunFolder.withinTable(path), run.table().partitionColumns());
            long rows = files.stream().mapToLong(SealedFile::rows).sum();
            DataFiles.Sum sum = sums.getOrDefault(values, new DataFiles.Sum(0, EMPTY));
            if (sum.rows() != rows) {
                throw refused(run, "the footers in '" + path + "' count " + rows + " rows, reading them " + sum.rows());
            }
            partitions.add(new SealedPartition(values, path, files, rows, sum.checksum()));
        });
        return partitions;
    }

    private static SalternException refused(StartedRun run, String reason) {
        return new SalternException(
                ExitCode.INTERNAL, "Cannot seal run " + run.runId() + " of " + run.table() + ": " + reason);
    }
}
