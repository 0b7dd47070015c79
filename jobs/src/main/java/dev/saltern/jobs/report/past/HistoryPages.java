/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.past;

import dev.saltern.jobs.report.History;
import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.report.WholeFile;
import dev.saltern.jobs.report.page.Pages;
import dev.saltern.jobs.report.page.Shell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Writes the page with all runs of a lake, {@code <lake>/_pages/history.html}. */
public final class HistoryPages {
    private final String lake;
    private final Configuration hadoop;

    /** Opens the history of a lake. */
    public HistoryPages(String lake, Configuration hadoop) {
        this.lake = lake;
        this.hadoop = hadoop;
    }

    /** Writes the page and returns where it is; reads the reports that are new, and of the others the names alone. */
    public String write() throws IOException {
        Path root = new Path(lake, "_pages");
        FileSystem files = root.getFileSystem(hadoop);
        List<String> pipelines = new History(lake, hadoop).pipelines();
        RunIndex index = new RunIndex(lake, hadoop);
        List<RunLine> runs = new ArrayList<>();
        Set<String> pages = new HashSet<>();
        for (String pipeline : pipelines) {
            runs.addAll(index.lines(pipeline));
            pages(files, new Path(root, pipeline), pipeline, pages);
        }
        runs.sort(Comparator.comparing(RunLine::file, RunReport.BY_START.reversed()));
        List<RunLine> shown = runs.subList(0, Math.min(HistoryView.MAX_RUNS, runs.size()));
        Path file = new Path(root, "history.html");
        HistoryView view = new HistoryView(lake, pipelines, shown, runs.size(), pages);
        WholeFile.replace(
                files,
                file,
                Pages.render(
                        "history.jte", Map.of("view", view, "shell", Shell.of("history.js", HistoryData.of(view)))));
        return file.toString();
    }

    private static void pages(FileSystem files, Path folder, String pipeline, Set<String> pages) throws IOException {
        FileStatus[] found = files.globStatus(new Path(folder, "*.html"));
        for (FileStatus file : found == null ? new FileStatus[0] : found) {
            pages.add(pipeline + "/" + file.getPath().getName());
        }
    }
}
