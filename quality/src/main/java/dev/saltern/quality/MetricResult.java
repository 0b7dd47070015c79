/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

/**
 * A number observed on a table, with or without a rule about it.
 *
 * @param metric as AWS Glue names it, such as {@code Column.temp.Completeness}; the text of the rule for one with {@code where}
 * @param value finite
 */
public record MetricResult(String metric, double value) {
    /** Returns the line that keeps the number for later runs. */
    public MetricLine line(String run, String table, String date) {
        return new MetricLine(run, table, date, metric, value);
    }
}
