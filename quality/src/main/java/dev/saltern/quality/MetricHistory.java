/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.List;
import java.util.function.Predicate;

/** What earlier runs observed on the same table. */
@FunctionalInterface
public interface MetricHistory {
    /** Nothing was ever observed. */
    MetricHistory NONE = metric -> List.of();

    /**
     * Returns the observed numbers of a metric, the latest first.
     *
     * @param metric as AWS Glue names it, such as {@code Column.temp.Completeness}; with {@code where}, the text of the rule
     */
    List<Observation> observations(String metric);

    /**
     * Returns the history of a table as the run for one date sees it: the latest first, only runs that succeeded, one for each
     * date, of which the latest run counts, and none for the run's own date. Runs without a day are told apart by their id, and
     * all count.
     *
     * @param lines what runs observed, in the order of the runs, of any table
     * @param date the first day of the run, as {@link MetricLine#date} has it
     * @param succeeded whether the run with an id was published
     */
    static MetricHistory of(List<MetricLine> lines, String table, String date, Predicate<String> succeeded) {
        return PastRuns.of(lines, table, date, succeeded);
    }

    /**
     * What one run observed.
     *
     * @param date the first day of the run as {@code yyyy-MM-dd}, or another word for a run without days
     */
    record Observation(String date, double value) {}
}
