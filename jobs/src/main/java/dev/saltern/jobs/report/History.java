/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
        try (OutputStream out = file.getFileSystem(hadoop).create(file, false)) {
            out.write(Json.write(report).getBytes(StandardCharsets.UTF_8));
        }
        return file.toString();
    }

    /** Returns the reports of a pipeline, or of all, the latest first, at most so many. */
    public List<RunReport> latest(Optional<String> pipeline, int max) throws IOException {
        FileSystem files = root.getFileSystem(hadoop);
        FileStatus[] found = files.globStatus(new Path(root, pipeline.orElse("*") + "/*.json"));
        List<FileStatus> newest = new ArrayList<>(found == null ? List.of() : List.of(found));
        newest.sort(Comparator.comparing((FileStatus file) -> file.getPath().getName())
                .reversed());
        List<RunReport> reports = new ArrayList<>();
        for (FileStatus file : newest.subList(0, Math.min(max, newest.size()))) {
            try (InputStream in = files.open(file.getPath())) {
                reports.add(Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), RunReport.class));
            }
        }
        return reports;
    }
}
