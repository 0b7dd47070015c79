/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.write.TableFolder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** The files of one run: its Parquet files, and the small JSON documents beside them, each written once. */
public final class RunFolder {
    /** What a sealed run holds. */
    public static final String MANIFEST = "_manifest.json";

    /** Whether it may be published. */
    public static final String AUDIT = "_audit.json";

    /** That it was published and verified. */
    public static final String RECEIPT = "_receipt.json";

    private final FileSystem fileSystem;
    private final Path folder;

    /** Opens the folder of a run, which need not exist. */
    public RunFolder(Lake lake, String runPath, Configuration conf) {
        this.fileSystem = lake.fileSystem(conf);
        this.folder = new Path(lake.resolve(runPath));
    }

    /** Returns the names of the runs of a table, in order; empty if there is none. */
    static List<String> names(Lake lake, String table, Configuration conf) {
        Path runs = new Path(lake.runsLocation(table));
        try {
            List<String> names = new ArrayList<>();
            for (FileStatus status : lake.fileSystem(conf).listStatus(runs)) {
                names.add(status.getPath().getName());
            }
            names.sort(Comparator.naturalOrder());
            return names;
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw failed("list", runs, e);
        }
    }

    /** Returns the folder's location. */
    public Path location() {
        return folder;
    }

    /** Returns whether the folder exists. */
    public boolean exists() {
        try {
            return fileSystem.exists(folder);
        } catch (IOException e) {
            throw failed("look for", folder, e);
        }
    }

    /**
     * Returns the folder of the table's files relative to the run's: rows that were split while they were written lie in one of
     * their own.
     */
    String tablePath() {
        try {
            return fileSystem.exists(new Path(folder, TableFolder.KEPT)) ? TableFolder.KEPT : "";
        } catch (IOException e) {
            throw failed("look for", folder, e);
        }
    }

    /** Returns the folder of the table's files. */
    String tableLocation() {
        String path = tablePath();
        return (path.isEmpty() ? folder : new Path(folder, path)).toString();
    }

    /** Returns a path below the run's folder as one below the table's. */
    static String withinTable(String path) {
        if (path.equals(TableFolder.KEPT)) {
            return "";
        }
        return path.startsWith(TableFolder.KEPT + "/") ? path.substring(TableFolder.KEPT.length() + 1) : path;
    }

    /** Returns every data file below the folder, ordered by path; names that start with an underscore or a dot are not data. */
    List<FileStatus> dataFiles() {
        List<FileStatus> files = new ArrayList<>();
        try {
            RemoteIterator<LocatedFileStatus> all = fileSystem.listFiles(folder, true);
            while (all.hasNext()) {
                FileStatus file = all.next();
                String name = file.getPath().getName();
                if (!name.startsWith("_") && !name.startsWith(".")) {
                    files.add(file);
                }
            }
        } catch (IOException e) {
            throw failed("list", folder, e);
        }
        files.sort(Comparator.comparing(file -> file.getPath().toString()));
        return files;
    }

    /** Returns a document of the run, or empty if it was never written. */
    public <T> Optional<T> read(String name, Class<T> type) {
        Path file = new Path(folder, name);
        try (var in = fileSystem.open(file)) {
            return Optional.of(Json.read(in.readAllBytes(), type, file.toString()));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed("read", file, e);
        }
    }

    /**
     * Writes a document of the run, whole or not at all.
     *
     * @return false if it exists already; it is left as it is
     */
    public boolean writeOnce(String name, Object document) {
        Path file = new Path(folder, name);
        byte[] content = Json.write(document);
        try {
            Optional<java.nio.file.Path> local = Lake.local(file);
            return local.isPresent() ? WriteOnce.create(local.get(), content) : put(file, content);
        } catch (IOException e) {
            throw failed("write", file, e);
        }
    }

    /** An object store shows an object when the stream is closed, and never a part of it. */
    private boolean put(Path file, byte[] content) throws IOException {
        try (FSDataOutputStream out = fileSystem.create(file, false)) {
            out.write(content);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private static SalternException failed(String verb, Path file, IOException e) {
        return new SalternException(ExitCode.STEP_FAILED, "Cannot " + verb + " " + file + ": " + e.getMessage(), e);
    }
}
