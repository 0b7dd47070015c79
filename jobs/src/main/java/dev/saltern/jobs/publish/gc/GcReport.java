/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.gc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the garbage collection did, or would do.
 *
 * @param dryRun whether nothing was done
 * @param runs every run that is not simply kept
 * @param kept how many runs are kept
 * @param leftovers what killed processes left behind beside runs; removed at once
 * @param files how many files go
 * @param bytes how many bytes they are
 * @param next when the runs that are marked can be removed, or null if none is
 * @param problems the tables of which nothing was removed, and why
 */
public record GcReport(
        boolean dryRun,
        List<RunLine> runs,
        int kept,
        List<Leftover> leftovers,
        long files,
        long bytes,
        @Nullable String next,
        List<String> problems) {
    public GcReport {
        runs = List.copyOf(runs);
        leftovers = List.copyOf(leftovers);
        problems = List.copyOf(problems);
    }

    /**
     * A run.
     *
     * @param table its table
     * @param run its id
     * @param fate what becomes of it
     * @param files how many files it has
     * @param bytes how many bytes they are
     */
    public record RunLine(String table, String run, RunFate fate, int files, long bytes) {}

    /**
     * Something that no run needs.
     *
     * @param path relative to the lake's root
     * @param what what it is
     * @param files how many files it has
     * @param bytes how many bytes they are
     */
    public record Leftover(String path, String what, int files, long bytes) {}
}
