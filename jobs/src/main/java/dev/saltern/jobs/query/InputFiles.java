/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.query;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.run.RootCause;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The files of a folder and the folders in it, or the one that is named, by their names; what is hidden is passed over. */
final class InputFiles {
    private final String what;
    private final TreeSet<Input.Format> formats = new TreeSet<>();
    private boolean partitioned;

    private InputFiles(String what) {
        this.what = what;
    }

    /**
     * Lists the files.
     *
     * @throws SalternException with {@link ExitCode#USAGE} if there is no such file or folder
     */
    static InputFiles list(String what, Configuration configuration) {
        try {
            InputFiles input = new InputFiles(what);
            Path path = new Path(what);
            FileSystem files = path.getFileSystem(configuration);
            input.collect(files, files.getFileStatus(path));
            return input;
        } catch (FileNotFoundException e) {
            throw new SalternException(
                    ExitCode.USAGE,
                    "Cannot read " + what + ": there is no such file or folder. A published table stands with --table",
                    e);
        } catch (IOException | IllegalArgumentException e) {
            throw new SalternException(ExitCode.USAGE, "Cannot read " + what + ": " + RootCause.of(e), e);
        }
    }

    /** Returns whether folders such as dt=2026-01-31 hold a column. */
    boolean partitioned() {
        return partitioned;
    }

    /**
     * Returns the one format that the names end in.
     *
     * @throws SalternException with {@link ExitCode#USAGE} if there is none or more than one
     */
    Input.Format requireFormat() {
        if (formats.size() == 1) {
            return formats.first();
        }
        String names = formats.stream()
                .map(known -> known.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw new SalternException(
                ExitCode.USAGE,
                "Missing required --format: " + what
                        + (names.isEmpty()
                                ? " has no file that ends in .csv, .json or .parquet"
                                : " has files of " + names));
    }

    private void collect(FileSystem files, FileStatus status) throws IOException {
        String name = status.getPath().getName();
        if (status.isFile()) {
            Input.Format.ofName(name).ifPresent(formats::add);
            return;
        }
        for (FileStatus child : files.listStatus(status.getPath())) {
            String childName = child.getPath().getName();
            if (!childName.startsWith("_") && !childName.startsWith(".")) {
                partitioned |= child.isDirectory() && childName.contains("=");
                collect(files, child);
            }
        }
    }
}
