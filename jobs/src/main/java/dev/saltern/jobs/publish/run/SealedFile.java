/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

/**
 * A Parquet file of a sealed run.
 *
 * @param path relative to the run's folder
 * @param size in bytes
 * @param rows as its footer says
 */
public record SealedFile(String path, long size, long rows) {}
