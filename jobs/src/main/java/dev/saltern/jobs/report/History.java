/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The reports of all runs of a lake, one JSON file each under {@code <lake>/_reports/<pipeline>/}. */
public final class History {
    private final Path root;
    private final Configuration hadoop;

    /** Opens the history of a lake. */
    public History(String lake, Configuration hadoop) {
        this.root = new Path(lake, "_reports");
        this.hadoop = hadoop;
    }

    /** Writes a report and returns its path. */
    public String add(RunReport report) throws IOException {
        String name = report.fileName() + ".json";
        Path file = new Path(new Path(root, report.pipeline()), name);
        WholeFile.write(file.getFileSystem(hadoop), file, Json.write(report));
        return file.toString();
    }

    /** Returns the latest report of a pipeline that is as asked for; reads no older one. */
    public Optional<RunReport> findLatest(String pipeline, Predicate<RunReport> wanted) throws IOException {
        FileSystem files = root.getFileSystem(hadoop);
        for (FileStatus file : newestFirst(files, pipeline)) {
            RunReport report = read(files, file.getPath());
            if (wanted.test(report)) {
                return Optional.of(report);
            }
        }
        return Optional.empty();
    }

    /** Returns the reports of a pipeline, or of all, the latest first, at most so many. */
    public List<RunReport> latest(Optional<String> pipeline, int max) throws IOException {
        FileSystem files = root.getFileSystem(hadoop);
        List<FileStatus> newest = newestFirst(files, pipeline.orElse("*"));
        List<RunReport> reports = new ArrayList<>();
        for (FileStatus file : newest.subList(0, Math.min(max, newest.size()))) {
            reports.add(read(files, file.getPath()));
        }
        return reports;
    }

    /** Returns the pipelines that have run, in order. */
    public List<String> pipelines() throws IOException {
        FileSystem files = root.getFileSystem(hadoop);
        FileStatus[] found = files.globStatus(new Path(root, "*"));
        return Stream.of(found == null ? new FileStatus[0] : found)
                .filter(FileStatus::isDirectory)
                .map(folder -> folder.getPath().getName())
                .sorted()
                .toList();
    }

    /** Returns the names of a pipeline's reports without their endings, the oldest first; opens none. */
    public List<String> names(String pipeline) throws IOException {
        return newestFirst(root.getFileSystem(hadoop), pipeline).stream()
                .map(History::name)
                .sorted(RunReport.BY_START)
                .toList();
    }

    /** Returns a report by its name. */
    public RunReport load(String pipeline, String name) {
        Path file = new Path(new Path(root, pipeline), name + ".json");
        try {
            return read(root.getFileSystem(hadoop), file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private List<FileStatus> newestFirst(FileSystem files, String pipeline) throws IOException {
        FileStatus[] found = files.globStatus(new Path(root, pipeline + "/*.json"));
        List<FileStatus> newest = new ArrayList<>(found == null ? List.of() : List.of(found));
        newest.sort(Comparator.comparing(History::name, RunReport.BY_START.reversed()));
        return newest;
    }

    private static String name(FileStatus file) {
        return file.getPath().getName().replaceFirst("\\.json$", "");
    }

    private static RunReport read(FileSystem files, Path file) throws IOException {
        return Json.read(WholeFile.read(files, file), RunReport.class);
    }
}
