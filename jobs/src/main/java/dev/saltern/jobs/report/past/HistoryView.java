/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.past;

import java.util.List;
import java.util.Set;

/**
 * The history as its page shows it.
 *
 * @param lake where it is
 * @param pipelines their names, in order
 * @param runs the latest runs, the latest first
 * @param all how many runs there are
 * @param pages the runs that have a page, by pipeline and file
 */
public record HistoryView(String lake, List<String> pipelines, List<RunLine> runs, int all, Set<String> pages) {
    /** More than that would make the page slow; what is left out is in the reports. */
    static final int MAX_RUNS = 4_000;

    private static final int MAX_LISTED = 400;

    /** Copies the lists. */
    public HistoryView {
        pipelines = List.copyOf(pipelines);
        runs = List.copyOf(runs);
        pages = Set.copyOf(pages);
    }

    /** Returns the runs that stand in the table. */
    public List<RunLine> listed() {
        return runs.subList(0, Math.min(MAX_LISTED, runs.size()));
    }

    /** Returns whether a run has a page. */
    public boolean hasPage(RunLine line) {
        return pages.contains(address(line));
    }

    /** Returns where the page of a run lies, relative to this one. */
    public String address(RunLine line) {
        return line.pipeline() + "/" + line.file() + ".html";
    }
}
