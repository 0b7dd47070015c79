/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.past;

import dev.saltern.jobs.report.RunReport;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
    private static final int RECENT = 30;

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

    /** Returns the latest run of each pipeline that did something, in the order of their names. */
    public List<RunLine> latest() {
        return pipelines.stream()
                .map(pipeline -> active(pipeline).findFirst())
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns how the latest runs of a pipeline went, in a few words. */
    public String record(String pipeline) {
        List<RunLine> latest = active(pipeline).limit(RECENT).toList();
        long bad = latest.stream()
                .filter(run -> run.verdict() != RunReport.Verdict.PUBLISHED)
                .count();
        String runs = latest.size() == 1 ? "the first run" : "the last " + latest.size() + " runs";
        return bad == 0 ? "all of " + runs + " published" : bad + " of " + runs + " not published";
    }

    private Stream<RunLine> active(String pipeline) {
        return runs.stream()
                .filter(run -> run.pipeline().equals(pipeline) && run.verdict() != RunReport.Verdict.UP_TO_DATE);
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
