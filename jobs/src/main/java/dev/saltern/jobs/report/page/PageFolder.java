/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import dev.saltern.jobs.report.Json;
import dev.saltern.jobs.report.RunReport;
import dev.saltern.jobs.report.WholeFile;
import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The pages of a lake: {@code <lake>/_pages/<pipeline>/<moment>-<run>.html}, with the JSON and the lineage of the same run beside it. */
public final class PageFolder {
    private final Path root;
    private final Configuration hadoop;

    /** Opens the pages of a lake. */
    public PageFolder(String lake, Configuration hadoop) {
        this.root = new Path(lake, "_pages");
        this.hadoop = hadoop;
    }

    /** Returns where the page of a run lies. */
    public String page(RunReport report) {
        return file(report, ".html").toString();
    }

    /** Returns whether the run has a page. */
    public boolean has(RunReport report) throws IOException {
        return root.getFileSystem(hadoop).exists(file(report, ".html"));
    }

    /**
     * Writes what a run leaves.
     *
     * @param lineage the same run for other tools
     */
    public void write(RunPage page, Map<String, Object> lineage) throws IOException {
        RunReport report = page.report();
        FileSystem files = root.getFileSystem(hadoop);
        WholeFile.replace(files, file(report, ".openlineage.json"), Json.write(lineage));
        write(files, page);
    }

    private void write(FileSystem files, RunPage page) throws IOException {
        RunReport report = page.report();
        WholeFile.replace(files, file(report, ".json"), Json.line(page));
        WholeFile.replace(files, file(report, ".html"), Pages.run(new RunView(page, report.fileName())));
    }

    /** Puts into the page of a run what it cost, once that is known; a run without a page is left alone. */
    public void price(String pipeline, String name, double usd) throws IOException {
        FileSystem files = root.getFileSystem(hadoop);
        Path json = file(pipeline, name, ".json");
        if (files.exists(json)) {
            try {
                write(
                        files,
                        Json.read(WholeFile.read(files, json), RunPage.class).costing(usd));
            } catch (IllegalArgumentException e) {
                // Another version has written it in a form of its own: its page is worth more than its cost.
            }
        }
    }

    private Path file(RunReport report, String ending) {
        return file(report.pipeline(), report.fileName(), ending);
    }

    private Path file(String pipeline, String name, String ending) {
        return new Path(new Path(root, pipeline), name + ending);
    }
}
