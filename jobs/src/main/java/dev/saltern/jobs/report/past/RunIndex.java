/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.past;

import dev.saltern.jobs.report.History;
import dev.saltern.jobs.report.Json;
import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.report.WholeFile;
import dev.saltern.jobs.report.page.PageFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The lines of all runs of a pipeline, {@code <lake>/_pages/<pipeline>/history.jsonl}: a memory of the reports, which are the truth. Of the
 * reports the names are listed each time, and those that have no line yet are read, so that a line that another run's write has lost comes
 * back by itself.
 */
final class RunIndex {
    private final History reports;
    private final LaunchCosts costs;
    private final PageFolder folder;
    private final FileSystem files;
    private final Path pages;

    RunIndex(String lake, Configuration hadoop) throws IOException {
        this.reports = new History(lake, hadoop);
        this.costs = new LaunchCosts(lake, hadoop);
        this.folder = new PageFolder(lake, hadoop);
        this.pages = new Path(lake, "_pages");
        this.files = pages.getFileSystem(hadoop);
    }

    /** Returns the lines of every run of a pipeline, the oldest first; writes them down if some are new. */
    Collection<RunLine> lines(String pipeline) throws IOException {
        Path file = new Path(new Path(pages, pipeline), "history.jsonl");
        Map<String, RunLine> known = read(file);
        Map<String, RunLine> lines = new TreeMap<>(RunReport.BY_START);
        List<String> fresh = new ArrayList<>();
        for (String name : reports.names(pipeline)) {
            RunLine line = known.get(name);
            if (line == null) {
                fresh.add(name);
            } else {
                lines.put(name, line);
            }
        }
        // Each is a request to the store, and the first page of an old lake has many to make.
        fresh.parallelStream()
                .map(name -> RunLine.of(reports.load(pipeline, name)))
                .collect(Collectors.toList())
                .forEach(line -> lines.put(line.file(), line));
        List<RunLine> priced = costs.fill(pipeline, lines);
        // Before the lines are kept: what fails is tried again with the next run.
        for (RunLine line : priced) {
            folder.price(pipeline, line.file(), Objects.requireNonNull(line.usd()));
        }
        if (!fresh.isEmpty() || !priced.isEmpty() || lines.size() < known.size()) {
            String text =
                    lines.values().stream().map(line -> Json.line(line) + "\n").collect(Collectors.joining());
            WholeFile.replace(files, file, text);
        }
        return lines.values();
    }

    private Map<String, RunLine> read(Path file) throws IOException {
        Map<String, RunLine> lines = new LinkedHashMap<>();
        if (files.exists(file)) {
            WholeFile.read(files, file).lines().forEach(text -> {
                RunLine line = Json.read(text, RunLine.class);
                lines.put(line.file(), line);
            });
        }
        return lines;
    }
}
