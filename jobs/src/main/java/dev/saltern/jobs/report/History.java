/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
        String name = report.started().replace(":", "") + "-" + report.run() + ".json";
        Path file = new Path(new Path(root, report.pipeline()), name);
        WholeFile.write(file.getFileSystem(hadoop), file, Json.write(report));
        return file.toString();
    }

    /** Returns the latest report of a pipeline that is as asked for; reads no older one. */
    public Optional<RunReport> findLatest(String pipeline, Predicate<RunReport> wanted) throws IOException {
        FileSystem files = root.getFileSystem(hadoop);
        for (FileStatus file : newestFirst(files, pipeline)) {
            RunReport report = read(files, file);
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
            reports.add(read(files, file));
        }
        return reports;
    }

    private List<FileStatus> newestFirst(FileSystem files, String pipeline) throws IOException {
        FileStatus[] found = files.globStatus(new Path(root, pipeline + "/*.json"));
        List<FileStatus> newest = new ArrayList<>(found == null ? List.of() : List.of(found));
        newest.sort(Comparator.comparing((FileStatus file) -> file.getPath().getName())
                .reversed());
        return newest;
    }

    private static RunReport read(FileSystem files, FileStatus file) throws IOException {
        try (InputStream in = files.open(file.getPath())) {
            return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), RunReport.class);
        }
    }
}
