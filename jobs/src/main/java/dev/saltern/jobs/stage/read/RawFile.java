/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One file to read.
 *
 * @param path as Hadoop writes it
 * @param size in bytes
 * @param periodEpochDay the first day of its period, in days since 1970-01-01, or null
 */
public record RawFile(String path, long size, @Nullable Integer periodEpochDay) implements Serializable {}
