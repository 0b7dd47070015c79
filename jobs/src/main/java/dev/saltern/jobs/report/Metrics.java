/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import dev.saltern.quality.MetricLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What runs that published observed of their tables: one file for each run under {@code <lake>/_metrics/<pipeline>/}, one line of JSON
 * for each metric. An object store appends to no file, so a run writes one of its own.
 */
public final class Metrics {
    /** Runs that rules look back on: enough for a thousand {@code last(k)} of no rule, and for a year of a day of the week. */
    private static final int MAX_RUNS = 400;

    private final Path folder;
    private final Configuration hadoop;

    /** Opens the metrics of a pipeline. */
    public Metrics(String lake, String pipeline, Configuration hadoop) {
        this.folder = new Path(lake, "_metrics/" + pipeline);
        this.hadoop = hadoop;
    }

    /**
     * Keeps what a run observed.
     *
     * @param started when the run started, ISO 8601 in UTC: runs are in the order of this
     */
    public void add(String started, String run, List<MetricLine> lines) throws IOException {
        Path file = new Path(folder, started.replace(":", "") + "-" + run + ".jsonl");
        String text = lines.stream().map(line -> Json.line(line) + "\n").collect(Collectors.joining());
        WholeFile.write(file.getFileSystem(hadoop), file, text);
    }

    /** Returns what the latest runs observed, in the order of the runs. */
    public List<MetricLine> latest() throws IOException {
        FileSystem files = folder.getFileSystem(hadoop);
        FileStatus[] found = files.globStatus(new Path(folder, "*.jsonl"));
        List<FileStatus> runs = new ArrayList<>(found == null ? List.of() : List.of(found));
        runs.sort(Comparator.comparing(file -> file.getPath().getName()));
        List<MetricLine> lines = new ArrayList<>();
        for (FileStatus run : runs.subList(Math.max(0, runs.size() - MAX_RUNS), runs.size())) {
            WholeFile.read(files, run.getPath()).lines().forEach(line -> lines.add(Json.read(line, MetricLine.class)));
        }
        return lines;
    }
}
