/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report;

import org.jspecify.annotations.Nullable;

/**
 * Under what a run was carried out: the next launch is sized by it.
 *
 * @param launch the launch that it belongs to, or null if nothing was launched
 * @param inputBytes the size of the raw files
 * @param cores how many tasks could run at once when it ended
 */
public record RunSetting(@Nullable String launch, long inputBytes, int cores) {}
