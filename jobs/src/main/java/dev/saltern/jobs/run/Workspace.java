/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.run;

import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.skew.KeyOrigin;
import dev.saltern.jobs.skew.RidingSketches;
import dev.saltern.jobs.skew.Sketches;
import dev.saltern.jobs.write.SessionSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a run's intermediate data, {@code <lake>/_staging/<pipeline>/<run>}; it goes when the run ends.
 *
 * <p>On the local file system a lock says that the run is alive, and opening a workspace removes those of runs that died.
 */
public final class Workspace implements AutoCloseable {
    private static final String LOCK = ".alive";

    /**
     * The folders of the runs of this process. Their locks say nothing to it: a process that opens and closes a file gives up every lock
     * that it has on it.
     */
    private static final Set<String> OWN = ConcurrentHashMap.newKeySet();

    private final org.apache.hadoop.fs.Path folder;
    private final FileSystem files;
    private final @Nullable FileChannel lock;

    private Workspace(org.apache.hadoop.fs.Path folder, FileSystem files, @Nullable FileChannel lock) {
        this.folder = folder;
        this.files = files;
        this.lock = lock;
    }

    /**
     * Makes the folder of a run.
     *
     * @throws IOException if the file system refuses
     */
    public static Workspace open(String lake, String pipeline, RunId run, Configuration hadoop) throws IOException {
        org.apache.hadoop.fs.Path staging = new org.apache.hadoop.fs.Path(lake, "_staging/" + pipeline);
        FileSystem files = staging.getFileSystem(hadoop);
        // A lake may be named by a relative path, and a listing names its folders by absolute ones.
        org.apache.hadoop.fs.Path parent = files.makeQualified(staging);
        org.apache.hadoop.fs.Path folder = new org.apache.hadoop.fs.Path(parent, run.text());
        OWN.add(key(folder));
        files.mkdirs(folder);
        boolean local = files.getScheme().equals("file");
        FileChannel lock = local ? lock(local(folder)) : null;
        if (local) {
            for (FileStatus sibling : files.listStatus(parent)) {
                removeIfDead(files, sibling.getPath());
            }
        }
        return new Workspace(folder, files, lock);
    }

    /** Returns the path of a folder in the workspace. */
    public String path(String name) {
        return new org.apache.hadoop.fs.Path(folder, name).toString();
    }

    /**
     * Writes the frame as Parquet and returns it read back: what follows reads it once computed, and its row count is free.
     *
     * @param name a step, whose keys are measured while it is written if a later step wants to know
     * @param settings those under which the frame is to be computed
     */
    Dataset<Row> materialise(String name, Dataset<Row> frame, Map<String, String> settings, Sketches sketches) {
        String path = path("steps/" + name);
        SessionSetting.during(
                frame.sparkSession(),
                settings,
                () -> RidingSketches.during(
                                frame,
                                sketches.plan().keys(name),
                                rows -> rows.write().parquet(path))
                        .forEach((keys, sketch) -> sketches.add(new KeyOrigin(name, keys), sketch)));
        return frame.sparkSession().read().schema(frame.schema()).parquet(path);
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.close();
            }
            files.delete(folder, true);
            OWN.remove(key(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + folder, e);
        }
    }

    /**
     * Returns the folders of runs that died, relative to the lake: on the local file system those whose lock is free, elsewhere those of
     * runs that started before a moment.
     */
    public static List<String> abandoned(String lake, Configuration hadoop, Instant before) throws IOException {
        org.apache.hadoop.fs.Path root = new org.apache.hadoop.fs.Path(lake, "_staging");
        FileSystem files = root.getFileSystem(hadoop);
        FileStatus[] found = files.globStatus(new org.apache.hadoop.fs.Path(root, "*/*"));
        List<String> abandoned = new ArrayList<>();
        for (FileStatus folder : found == null ? new FileStatus[0] : found) {
            org.apache.hadoop.fs.Path path = folder.getPath();
            boolean dead = files.getScheme().equals("file")
                    ? isDead(path)
                    : RunId.find(path.getName())
                            .map(run -> run.started().isBefore(before))
                            .orElse(false);
            if (dead) {
                abandoned.add("_staging/" + path.getParent().getName() + "/" + path.getName());
            }
        }
        return abandoned;
    }

    private static boolean isDead(org.apache.hadoop.fs.Path folder) throws IOException {
        Path lock = local(folder).resolve(LOCK);
        if (OWN.contains(key(folder)) || !Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock dead = channel.tryLock()) {
            return dead != null;
        }
    }

    private static void removeIfDead(FileSystem files, org.apache.hadoop.fs.Path sibling) throws IOException {
        if (OWN.contains(key(sibling)) || !Files.exists(local(sibling).resolve(LOCK))) {
            return;
        }
        try (FileChannel channel = FileChannel.open(local(sibling).resolve(LOCK), StandardOpenOption.WRITE);
                FileLock dead = channel.tryLock()) {
            if (dead != null) {
                files.delete(sibling, true);
            }
        }
    }

    private static String key(org.apache.hadoop.fs.Path folder) {
        return folder.toUri().getPath();
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            throw new IOException("Cannot lock " + folder.resolve(LOCK));
        }
        return channel;
    }

    private static Path local(org.apache.hadoop.fs.Path path) {
        return Path.of(path.toUri().getPath());
    }
}
