/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.table;

import dev.saltern.jobs.publish.LiveRuns;
import dev.saltern.jobs.publish.journal.PartitionState;
import dev.saltern.jobs.publish.run.Lake;
import dev.saltern.jobs.publish.run.Manifest;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.run.SealedFile;
import dev.saltern.jobs.publish.run.SealedPartition;
import dev.saltern.jobs.publish.store.LakeStore;
import dev.saltern.jobs.publish.store.StoredFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Holds the files of partitions against the manifests of their runs, by name and size. Remembers manifests; not thread-safe. */
public final class PartitionFiles {
    private final LakeStore store;
    private final LakeTables tables;
    private final Map<String, Optional<Manifest>> manifests = new LinkedHashMap<>();

    /** Opens the files of a lake. */
    public PartitionFiles(LakeStore store, LakeTables tables) {
        this.store = store;
        this.tables = tables;
    }

    /** Returns what is not as it was sealed; empty for a partition without files. */
    public List<FileProblem> problems(String table, PartitionState state) {
        String location = state.location();
        if (location == null) {
            return List.of();
        }
        Optional<SealedPartition> sealed = sealed(table, state);
        if (sealed.isEmpty()) {
            RunId run = LiveRuns.of(state);
            boolean known = manifest(table, run).isPresent();
            return List.of(
                    known
                            ? new FileProblem(
                                    FileProblem.Kind.OTHER_MANIFEST,
                                    "the manifest of run " + run + " holds other rows than the journal says")
                            : new FileProblem(
                                    FileProblem.Kind.NO_MANIFEST, "run " + run + " has no manifest: it is gone"));
        }
        return compare(sealed.get(), Lake.runPath(table, LiveRuns.of(state)), location);
    }

    /** Returns the partition as its run sealed it, or empty if no manifest tells of just these rows. */
    public Optional<SealedPartition> sealed(String table, PartitionState state) {
        String location = state.location();
        RunId run = LiveRuns.of(state);
        String folder = Lake.runPath(table, run);
        return manifest(table, run).stream()
                .flatMap(manifest -> manifest.partitions().stream())
                .filter(partition -> Objects.equals(location, location(folder, partition.path())))
                .filter(partition ->
                        partition.rows() == state.rows() && partition.checksum().equals(state.checksum()))
                .findFirst();
    }

    private List<FileProblem> compare(SealedPartition sealed, String run, String location) {
        Map<String, Long> found = new LinkedHashMap<>();
        for (StoredFile file : store.files(location)) {
            if (!file.name().startsWith("_") && !file.name().startsWith(".")) {
                found.put(file.path(), file.size());
            }
        }
        List<FileProblem> problems = new ArrayList<>();
        for (SealedFile file : sealed.files()) {
            String path = run + "/" + file.path();
            Long size = found.remove(path);
            if (size == null) {
                problems.add(new FileProblem(FileProblem.Kind.MISSING, path + " is gone"));
            } else if (size != file.size()) {
                problems.add(new FileProblem(
                        FileProblem.Kind.CHANGED, path + " has " + size + " bytes, sealed were " + file.size()));
            }
        }
        found.keySet()
                .forEach(path -> problems.add(new FileProblem(
                        FileProblem.Kind.FOREIGN, path + " is no file of the run: it was added later")));
        return problems;
    }

    private Optional<Manifest> manifest(String table, RunId run) {
        return manifests.computeIfAbsent(table + "/" + run, key -> tables.manifest(table, run));
    }

    private static String location(String run, String partition) {
        return partition.isEmpty() ? run : run + "/" + partition;
    }
}
