/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.publish.store.Creation;
import dev.saltern.jobs.publish.store.LakeStore;
import dev.saltern.jobs.publish.store.StoredFile;
import dev.saltern.jobs.write.TableFolder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The files of one run: its Parquet files, and the small JSON documents beside them, each written once. */
public final class RunFolder {
    /** What a sealed run holds. */
    public static final String MANIFEST = "_manifest.json";

    /** Whether it may be published. */
    public static final String AUDIT = "_audit.json";

    /** That it was published and verified. */
    public static final String RECEIPT = "_receipt.json";

    /** That it is to be removed: a run that has this document can no longer be committed. */
    public static final String CONDEMNED = "_condemned.json";

    /** That it was removed: whoever slept while it was, and goes on writing, must not publish what is left. */
    public static final String REMOVED = "_removed.json";

    /** How often a document is written whose fate is not known; with the waits in between about a minute. */
    private static final int MAX_ATTEMPTS = 12;

    private final LakeStore store;
    private final String path;

    /** Opens the folder of a run, which need not exist. */
    public RunFolder(LakeStore store, String table, RunId runId) {
        this.store = store;
        this.path = Lake.runPath(table, runId);
    }

    /** Returns every run of a table that has a folder, the oldest first. */
    public static List<RunId> runs(LakeStore store, String table) {
        return store.names(Lake.runsPath(table)).stream()
                .flatMap(name -> RunId.find(name).stream())
                .sorted(RunId.BY_START)
                .toList();
    }

    /** Returns the folder relative to the lake's root. */
    public String path() {
        return path;
    }

    /** Returns the folder's location. */
    public String location() {
        return store.location(path);
    }

    /** Returns whether there is anything in the folder. */
    public boolean exists() {
        return !store.names(path).isEmpty();
    }

    /**
     * Returns the folder of the table's files relative to the run's: rows that were split while they were written lie in one of
     * their own.
     */
    String tablePath() {
        return store.names(path).contains(TableFolder.KEPT) ? TableFolder.KEPT : "";
    }

    /** Returns a path below the run's folder as one below the table's. */
    static String withinTable(String path) {
        if (path.equals(TableFolder.KEPT)) {
            return "";
        }
        return path.startsWith(TableFolder.KEPT + "/") ? path.substring(TableFolder.KEPT.length() + 1) : path;
    }

    /** Returns the path of a file of the lake relative to the run's folder. */
    String relative(StoredFile file) {
        return file.path().substring(path.length() + 1);
    }

    /** Returns every data file below the folder, ordered by path; names that start with an underscore or a dot are not data. */
    List<StoredFile> dataFiles() {
        return store.files(path).stream()
                .filter(file -> !file.name().startsWith("_") && !file.name().startsWith("."))
                .toList();
    }

    /** Returns a document of the run, or empty if it was never written. */
    public <T> Optional<T> read(String name, Class<T> type) {
        String file = path + "/" + name;
        return store.read(file).map(json -> Json.read(json, type, store.location(file)));
    }

    /**
     * Returns whether the run is sealed and nobody is about to remove it: what is whole in this moment stays for the grace of the garbage
     * collection, also if it is condemned in the next one.
     */
    public boolean isWhole() {
        // In this order: the manifest is the first to be removed, and the condemnation goes with the rest.
        return !has(CONDEMNED) && !has(REMOVED) && has(MANIFEST);
    }

    /**
     * Removes the run: its manifest first, for a run without a manifest does not exist; then all the rest but a document that says so.
     *
     * @param saying that document
     */
    public void remove(Object saying) {
        writeOnce(REMOVED, saying);
        store.delete(path + "/" + MANIFEST);
        clear();
    }

    /** Removes what was written to a run after it was removed. */
    public void clear() {
        for (StoredFile file : store.files(path)) {
            if (!file.name().equals(REMOVED)) {
                store.delete(file.path());
            }
        }
    }

    /** Removes everything. */
    public void forget() {
        store.delete(path);
    }

    private boolean has(String name) {
        return store.read(path + "/" + name).isPresent();
    }

    /**
     * Writes a document of the run, whole or not at all. Where no answer comes, or another one was first, it is read back.
     *
     * @return false if another one exists already; it is left as it is
     */
    public boolean writeOnce(String name, Object document) {
        String file = path + "/" + name;
        byte[] content = Json.write(document);
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            if (store.create(file, content) == Creation.CREATED) {
                return true;
            }
            Optional<byte[]> found = store.read(file);
            if (found.isPresent()) {
                return Arrays.equals(found.get(), content);
            }
            store.backoff().after(attempt);
        }
        throw new SalternException(
                ExitCode.STEP_FAILED,
                "Cannot write " + store.location(file) + ": the store gave no answer " + MAX_ATTEMPTS
                        + " times. Run again once it can be reached");
    }
}
