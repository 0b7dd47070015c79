/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.Grain;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.Scope;
import dev.saltern.conf.Source;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.jspecify.annotations.Nullable;

/** Finds the raw files of a source. */
public final class SourceListing {
    private final Configuration hadoop;
    private final Map<String, SourceFile> found = new TreeMap<>();

    private SourceListing(Configuration hadoop) {
        this.hadoop = hadoop;
    }

    /**
     * Returns the files under the source's path for each period of the scope: the path is a folder, which is searched with all folders in it,
     * a file, or a glob. {@code ${dt}} stands for the period in the grain's format, {@code ${year}} for four digits, {@code ${month}} and
     * {@code ${day}} for two. Names that start with {@code _} or {@code .} are left out. A path that does not exist yields no files.
     *
     * @throws SalternException STEP_FAILED if the file system refuses
     */
    public static SourceFiles list(Configuration hadoop, Source source, Scope scope, Grain grain) {
        SourceListing listing = new SourceListing(hadoop);
        boolean dated = SourcePath.namesPeriod(source, grain);
        Set<String> paths = new LinkedHashSet<>();
        for (LocalDate day : scope.periods(grain)) {
            String path = SourcePath.expand(source, grain, day);
            if (paths.add(path)) {
                listing.add(path, dated ? day : null);
            }
        }
        return new SourceFiles(List.copyOf(listing.found.values()), List.copyOf(paths));
    }

    private void add(String text, @Nullable LocalDate period) {
        try {
            Path path = new Path(text);
            FileSystem files = path.getFileSystem(hadoop);
            boolean hiddenMeant = isHidden(path.getName());
            for (FileStatus match : matches(files, path)) {
                if (hiddenMeant || !isHidden(match.getPath().getName())) {
                    addAll(files, match, period);
                }
            }
        } catch (FileNotFoundException e) {
            return;
        } catch (IOException | IllegalArgumentException e) {
            throw new SalternException(ExitCode.STEP_FAILED, "Cannot list " + text + ": " + e.getMessage(), e);
        }
    }

    /** Returns what the glob matches, or what has exactly that name although it reads as a glob. */
    private static List<FileStatus> matches(FileSystem files, Path path) throws IOException {
        List<FileStatus> matches = new ArrayList<>();
        FileStatus[] globbed = files.globStatus(path);
        if (globbed != null) {
            matches.addAll(List.of(globbed));
        }
        if (matches.isEmpty()) {
            matches.add(files.getFileStatus(path));
        }
        return matches;
    }

    private void addAll(FileSystem files, FileStatus root, @Nullable LocalDate period) throws IOException {
        if (root.isFile()) {
            addFile(root, period);
            return;
        }
        RemoteIterator<LocatedFileStatus> inside = files.listFiles(root.getPath(), true);
        while (inside.hasNext()) {
            LocatedFileStatus file = inside.next();
            if (!isHiddenBelow(root.getPath(), file.getPath())) {
                addFile(file, period);
            }
        }
    }

    private void addFile(FileStatus file, @Nullable LocalDate period) {
        found.putIfAbsent(file.getPath().toString(), SourceFile.of(file, period));
    }

    private static boolean isHiddenBelow(Path root, Path file) {
        for (Path path = file; path != null && !path.equals(root); path = path.getParent()) {
            if (isHidden(path.getName())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHidden(String name) {
        return name.startsWith("_") || name.startsWith(".");
    }
}
