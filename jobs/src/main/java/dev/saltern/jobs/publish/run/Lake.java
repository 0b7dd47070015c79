/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import java.nio.file.Paths;
import java.util.Optional;
import org.apache.hadoop.fs.Path;

/**
 * The folder that holds the curated tables, their runs and their journals.
 *
 * <p>Journals and manifests name locations relative to the root, so a lake can be moved or be reached by another path.
 *
 * @param root the root as a URI with its scheme and without a trailing slash; a path without a scheme is taken as a local one and made
 *     absolute, and {@code s3a} becomes {@code s3}
 */
public record Lake(String root) {
    private static final String RUNS = "_runs";

    public Lake {
        if (root.isBlank()) {
            throw new SalternException(
                    ExitCode.INVALID_CONFIGURATION, "Invalid lake: '" + root + "' (must be a path or a URI)");
        }
        root = qualified(root);
    }

    /** Returns the location that the catalog names for a table: a marker folder that never holds data. */
    public String tableLocation(String table) {
        return root + "/" + table;
    }

    /** Returns the folder that holds all runs of a table, relative to the root. */
    public static String runsPath(String table) {
        return RUNS + "/" + table;
    }

    /** Returns the folder of one run, relative to the root. */
    public static String runPath(String table, RunId runId) {
        return runsPath(table) + "/" + runId.text();
    }

    /** Returns the run whose folder holds a location that is named relative to the root, or empty if it is no location of a run. */
    public static Optional<RunId> runAt(String location) {
        String[] steps = location.split("/", -1);
        return steps.length > 2 && steps[0].equals(RUNS) ? RunId.find(steps[2]) : Optional.empty();
    }

    /** Returns the full location of something that is named relative to the root. */
    public String resolve(String relativePath) {
        return relativePath.isEmpty() ? root : root + "/" + relativePath;
    }

    /** Returns the root on the local file system, or empty if the lake is somewhere else. */
    public Optional<java.nio.file.Path> localRoot() {
        Path path = new Path(root);
        return "file".equals(path.toUri().getScheme())
                ? Optional.of(Paths.get(path.toUri().getPath()))
                : Optional.empty();
    }

    private static String qualified(String root) {
        Path path = new Path(root);
        if ("s3a".equals(path.toUri().getScheme())) {
            // The name that the catalog must give to an object: Athena knows no other.
            return path.toString().replaceFirst("s3a", "s3");
        }
        if (path.toUri().getScheme() != null) {
            return path.toString();
        }
        return new Path(
                        "file",
                        null,
                        Paths.get(root).toAbsolutePath().normalize().toString())
                .toString();
    }
}
