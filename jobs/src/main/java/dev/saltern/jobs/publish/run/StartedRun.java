/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

/**
 * A run that has a folder to write to and nothing else yet.
 *
 * @param table the table that it writes
 * @param runId its name
 * @param key what it will produce
 * @param claim the partitions that it replaces
 * @param baseVersion the table's newest journal version when the run began, or 0
 * @param path the folder to write Parquet to, by path and with the mode ErrorIfExists
 */
public record StartedRun(
        TableSpec table, RunId runId, IdempotencyKey key, Claim claim, long baseVersion, String path) {}
