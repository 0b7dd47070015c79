/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One raw file.
 *
 * @param path with its scheme, as Hadoop writes it
 * @param size in bytes
 * @param modifiedMillis since 1970-01-01T00:00:00Z
 * @param period the first day of the period that its path names, or null
 */
public record SourceFile(
        String path,
        long size,
        long modifiedMillis,
        @Nullable LocalDate period) {}
