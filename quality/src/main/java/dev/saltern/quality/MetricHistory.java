/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import java.util.List;

/** What earlier runs observed on the same table. */
@FunctionalInterface
public interface MetricHistory {
    /** Nothing was ever observed. */
    MetricHistory NONE = metric -> List.of();

    /**
     * Returns the observed numbers of a metric, the latest first.
     *
     * @param metric as AWS Glue names it, such as {@code Column.temp.Completeness}; with {@code where}, the id of the rule
     */
    List<Observation> observations(String metric);

    /**
     * What one run observed.
     *
     * @param date the first day of the run, as {@code yyyy-MM-dd}
     */
    record Observation(String date, double value) {}
}
