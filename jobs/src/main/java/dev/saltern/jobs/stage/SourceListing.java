/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.Grain;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.Scope;
import dev.saltern.conf.Source;
import dev.saltern.jobs.beside.SideBySide;
import dev.saltern.jobs.files.FolderWalk;
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
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/** Finds the raw files of a source. */
public final class SourceListing {
    private final Configuration hadoop;

    private SourceListing(Configuration hadoop) {
        this.hadoop = hadoop;
    }

    /**
     * Where files are looked for.
     *
     * @param path a folder, a file or a glob
     * @param period the period that the path names, or null if it names none
     */
    private record Place(String path, @Nullable LocalDate period) {}

    /**
     * Returns the files under the source's path for each period of the scope: the path is a folder, which is searched with all folders in it,
     * a file, or a glob. {@code ${dt}} stands for the period in the grain's format, {@code ${year}} for four digits, {@code ${month}} and
     * {@code ${day}} for two. Names that start with {@code _} or {@code .} are left out. A path that does not exist yields no files.
     *
     * @throws SalternException STEP_FAILED if the file system refuses
     */
    public static SourceFiles list(Configuration hadoop, Source source, Scope scope, Grain grain) {
        boolean dated = SourcePath.namesPeriod(source, grain);
        Set<Place> places = new LinkedHashSet<>();
        for (LocalDate day : scope.periods(grain)) {
            places.add(new Place(SourcePath.expand(source, grain, day), dated ? day : null));
        }
        Map<String, SourceFile> found = new TreeMap<>();
        SideBySide.ask(places, new SourceListing(hadoop)::files)
                .forEach(files -> files.forEach(file -> found.putIfAbsent(file.path(), file)));
        return new SourceFiles(
                List.copyOf(found.values()), places.stream().map(Place::path).toList());
    }

    private List<SourceFile> files(Place place) {
        List<SourceFile> found = new ArrayList<>();
        try {
            Path path = new Path(place.path());
            FileSystem system = path.getFileSystem(hadoop);
            boolean hiddenMeant = isHidden(path.getName());
            for (FileStatus match : matches(system, path)) {
                if (hiddenMeant || !isHidden(match.getPath().getName())) {
                    for (FileStatus file : inside(system, match)) {
                        found.add(SourceFile.of(file, place.period()));
                    }
                }
            }
            return found;
        } catch (FileNotFoundException e) {
            return found;
        } catch (IOException | IllegalArgumentException e) {
            throw new SalternException(ExitCode.STEP_FAILED, "Cannot list " + place.path() + ": " + e.getMessage(), e);
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

    private static List<FileStatus> inside(FileSystem system, FileStatus root) throws IOException {
        return root.isFile()
                ? List.of(root)
                : FolderWalk.files(system, root.getPath()).stream()
                        .filter(file -> !isHiddenBelow(root.getPath(), file.getPath()))
                        .toList();
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
