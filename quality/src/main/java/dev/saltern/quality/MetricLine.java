/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

/**
 * What one run observed of one metric: one line of the history on the lake.
 *
 * @param run id of the run
 * @param table the table that was judged
 * @param date the first day of the run as {@code yyyy-MM-dd}, or another word for a run without days
 * @param metric as {@link MetricResult#metric} has it
 * @param value finite
 */
public record MetricLine(String run, String table, String date, String metric, double value) {}
